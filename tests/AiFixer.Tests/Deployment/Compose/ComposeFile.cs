using AiFixer.TestSupport;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace AiFixer.Tests.Deployment.Compose;

/// <summary>The file for Docker Compose, its merges done.</summary>
internal sealed class ComposeFile(Dictionary<object, object> root)
{
    public IReadOnlyDictionary<string, Dictionary<object, object>> Services =>
        Map(root["services"]).ToDictionary(pair => (string)pair.Key, pair => Map(pair.Value));

    public IEnumerable<string> Names(string section) => Map(root[section]).Keys.Cast<string>();

    public IReadOnlyDictionary<string, string> Secrets => Map(root["secrets"]).ToDictionary(pair => (string)pair.Key, pair => (string)Map(pair.Value)["file"]);

    public static ComposeFile Read()
    {
        var text = File.ReadAllText(Path.Combine(SourceFolder.Root, "compose.yaml"));
        return new(new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(new StringReader(text)))));
    }

    public static Dictionary<object, object> Map(object value) => (Dictionary<object, object>)value;

    /// <summary>A list, or the keys of a map: Compose takes either.</summary>
    public static IEnumerable<string> Texts(Dictionary<object, object> service, string key) => service.GetValueOrDefault(key) switch
    {
        List<object> list => list.Cast<string>(),
        Dictionary<object, object> map => map.Keys.Cast<string>(),
        _ => [],
    };

    public static IReadOnlyDictionary<string, string> Environment(Dictionary<object, object> service) =>
        Map(service["environment"]).ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value);

    public static bool IsOurs(Dictionary<object, object> service) => ((string)service["image"]).StartsWith(Kustomize.OurImages, StringComparison.Ordinal);
}

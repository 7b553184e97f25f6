using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AiFixer.Hosting.Configuration;

/// <summary>Flattens YAML into keys and values, lists by number, as the other sources do.</summary>
internal sealed class YamlSettings
{
    private const int DeepestLevel = 32;
    private const int MostSettings = 100_000;

    private readonly Dictionary<string, string?> _settings = new(StringComparer.OrdinalIgnoreCase);

    public static Dictionary<string, string?> Read(TextReader text)
    {
        var yaml = new YamlStream();
        yaml.Load(text);
        var settings = new YamlSettings();
        if (yaml.Documents.Count > 0 && !IsNull(yaml.Documents[0].RootNode))
            settings.Root(yaml.Documents[0].RootNode);
        return settings._settings;
    }

    private void Root(YamlNode node)
    {
        if (node is not YamlMappingNode)
            throw new YamlException(node.Start, node.End, "the file must be a mapping of settings");
        Visit(node, "", 0);
    }

    private void Visit(YamlNode node, string path, int level)
    {
        if (level > DeepestLevel || _settings.Count > MostSettings)
            throw new YamlException(node.Start, node.End, "too deep or too large");
        switch (node)
        {
            case YamlMappingNode mapping:
                foreach (var (key, value) in mapping.Children)
                    Visit(value, Join(path, ((key as YamlScalarNode)?.Value) ?? throw new YamlException(key.Start, key.End, "a key must be text")), level + 1);
                break;
            case YamlSequenceNode { Children.Count: 0 } when !_settings.TryAdd(path, ""):
                throw new YamlException(node.Start, node.End, $"{path} is set twice");
            case YamlSequenceNode list:
                for (var i = 0; i < list.Children.Count; i++)
                    Visit(list.Children[i], Join(path, i.ToString(CultureInfo.InvariantCulture)), level + 1);
                break;
            case YamlScalarNode scalar when !_settings.TryAdd(path, IsNull(scalar) ? null : scalar.Value):
                throw new YamlException(node.Start, node.End, $"{path} is set twice");
        }
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}:{key}";

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };
}

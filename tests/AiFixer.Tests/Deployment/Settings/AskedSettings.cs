using AiFixer.Hosting.Configuration;
using AiFixer.TestSupport;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Deployment.Settings;

/// <summary>The variables of a container as settings, which remember which of them were ever read.</summary>
internal sealed class AskedSettings : ConfigurationProvider, IConfigurationSource
{
    /// <summary>Who looks through everything, as for secrets to mask, comes by here too; nobody asks for it.</summary>
    private const string Nobodys = "Nobody:Asks:For:This";
    private const string Secret = "c29tZXRoaW5nIHRoYXQgaXMgbG9uZyBlbm91Z2ggdG8gc2lnbiB3aXRo";
    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> reads = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="variables">As the container gets them.</param>
    /// <param name="folder">Stands for the folders that the container has.</param>
    public AskedSettings(IReadOnlyDictionary<string, string> variables, TempFolder folder)
    {
        foreach (var (name, value) in variables)
        {
            var (key, text) = name.EndsWith("_FILE", StringComparison.Ordinal) ? FromFile(name, folder) : Plain(name, value, folder);
            names[key] = name;
            Data[key] = text;
        }

        Data[Nobodys] = "x";
    }

    /// <summary>Variables that nobody asked for.</summary>
    public IReadOnlyList<string> Unread => [.. names.Where(pair => Reads(pair.Key) <= Reads(Nobodys)).Select(pair => pair.Value).Order(StringComparer.Ordinal)];

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override bool TryGet(string key, out string? value)
    {
        if (!base.TryGet(key, out value))
            return false;
        reads[key] = Reads(key) + 1;
        return true;
    }

    private int Reads(string key) => reads.GetValueOrDefault(key);

    /// <summary>A secret of the kind that is meant, from a file as it is mounted.</summary>
    private static (string Key, string? Text) FromFile(string name, TempFolder folder)
    {
        var file = folder.File(name);
        File.WriteAllText(file, name.Contains("ConnectionString", StringComparison.Ordinal) ? "Host=db;Database=aifixer" : Secret);
        var (key, text) = SecretFiles.Read(new Dictionary<string, string> { [name] = file }).ShouldHaveSingleItem();
        return (key, text);
    }

    private static (string Key, string? Text) Plain(string name, string value, TempFolder folder)
    {
        var text = value.StartsWith("/data", StringComparison.Ordinal) || value.StartsWith("/shared-keys", StringComparison.Ordinal) ? folder.Path + value : value;
        return (VariableAliases.KeyOf(name) ?? name.Replace("__", ":", StringComparison.Ordinal), text);
    }
}

using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace AiFixer.Gateway.Pages.Assets;

/// <summary>Style and script of the pages, carried in the assembly and named by their content.</summary>
internal sealed class AssetStore
{
    private readonly FrozenDictionary<string, Asset> _assets = new[]
    {
        Load("site.css", "text/css; charset=utf-8"),
        Load("live.js", "text/javascript; charset=utf-8"),
        Load("icon.svg", "image/svg+xml"),
    }.ToFrozenDictionary(asset => asset.Name);

    public Asset? Find(string name) => _assets.GetValueOrDefault(name);

    /// <summary>An address that changes with the content, so that browsers may keep it for ever.</summary>
    public string Address(string name) => $"/assets/{name}?v={_assets[name].Version}";

    private static Asset Load(string name, string type)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly carries no {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new(name, type, content, Convert.ToHexStringLower(SHA256.HashData(content)[..8]));
    }
}

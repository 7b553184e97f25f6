using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Worker.Loading;

/// <summary>The plugins of an assembly by name, and what is said of them to the host.</summary>
internal sealed record LoadedPlugins(IReadOnlyDictionary<string, IPlugin> Plugins, Catalogue Catalogue)
{
    public static LoadedPlugins None(string problem) => new(new Dictionary<string, IPlugin>(), new([], [problem]));
}

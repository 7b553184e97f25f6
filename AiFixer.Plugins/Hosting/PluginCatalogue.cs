using System.Collections.Frozen;

namespace AiFixer.Plugins.Hosting;

/// <summary>All plugins at one moment. Never changed: another one takes its place.</summary>
internal sealed class PluginCatalogue
{
    private readonly FrozenDictionary<string, PluginSlot> byName;
    private readonly FrozenDictionary<string, PluginSlot> byAlias;
    private readonly FrozenDictionary<PluginSlot, string> aliases;

    public PluginCatalogue(IReadOnlyList<PluginSource> sources)
    {
        Sources = sources;
        byName = sources.SelectMany(source => source.Slots).ToFrozenDictionary(slot => slot.Manifest.Name, StringComparer.Ordinal);
        byAlias = Aliases(sources).ToFrozenDictionary(StringComparer.Ordinal);
        aliases = byAlias.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }

    /// <summary>What is built in comes first.</summary>
    public IReadOnlyList<PluginSource> Sources { get; }

    public IEnumerable<PluginSlot> All => byName.Values;

    public PluginSlot? Find(string name) => byName.GetValueOrDefault(name) ?? byAlias.GetValueOrDefault(name);

    public string? AliasOf(PluginSlot slot) => aliases.GetValueOrDefault(slot);

    /// <summary>What follows the first dot, where only one plugin of its source has it; what another source has already stays that one's.</summary>
    private static Dictionary<string, PluginSlot> Aliases(IReadOnlyList<PluginSource> sources)
    {
        var found = new Dictionary<string, PluginSlot>(StringComparer.Ordinal);
        foreach (var same in sources.SelectMany(source => source.Slots.GroupBy(Short, StringComparer.Ordinal)))
        {
            if (same.Count() == 1)
                found.TryAdd(same.Key, same.Single());
        }

        return found;
    }

    private static string Short(PluginSlot slot) =>
        slot.Manifest.Name[(slot.Manifest.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}

using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Hosting;

/// <summary>The plugins by name and by short alias.</summary>
internal sealed class PluginRegistry : IDisposable
{
    private readonly Dictionary<string, PluginSlot> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PluginSlot> byAlias;

    /// <exception cref="InvalidOperationException">A plugin cannot be used; the message names every one.</exception>
    public PluginRegistry(IEnumerable<IPlugin> plugins, PluginHostOptions options)
    {
        var problems = new List<string>();
        foreach (var plugin in plugins)
            Add(plugin, options, problems);
        if (problems.Count > 0)
            throw new InvalidOperationException("Plugins that cannot be used: " + string.Join("; ", problems));
        byAlias = Aliases(byName.Values);
    }

    public IEnumerable<PluginSlot> All => byName.Values;

    public PluginSlot? Find(string name) => byName.GetValueOrDefault(name) ?? byAlias.GetValueOrDefault(name);

    public void Dispose()
    {
        foreach (var slot in byName.Values)
            slot.Dispose();
    }

    private void Add(IPlugin plugin, PluginHostOptions options, List<string> problems)
    {
        var name = plugin.Manifest.Name;
        try
        {
            problems.AddRange(ManifestRules.Broken(plugin));
            var slot = new PluginSlot(plugin, ArgumentSchema.Parse(plugin.Manifest.ParametersSchema), options.MaxConcurrentCalls);
            if (!byName.TryAdd(name, slot))
                problems.Add($"{name}: the name is taken");
        }
        catch (FormatException e)
        {
            problems.Add($"{name}: schema: {e.Message}");
        }
    }

    /// <summary>What follows the first dot, where only one plugin has it.</summary>
    private static Dictionary<string, PluginSlot> Aliases(IEnumerable<PluginSlot> slots) => slots
        .GroupBy(slot => slot.Manifest.Name[(slot.Manifest.Name.IndexOf('.', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal)
        .Where(same => same.Count() == 1)
        .ToDictionary(same => same.Key, same => same.Single(), StringComparer.Ordinal);
}

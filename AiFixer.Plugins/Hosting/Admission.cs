using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Hosting;

/// <summary>Lets plugins in that can be used, and says of the others why they cannot, whatever they do when they are asked.</summary>
internal static class Admission
{
    /// <param name="before">Slots of the same source: a plugin that has one keeps it.</param>
    public static PluginSource Admit(string source, IEnumerable<IPlugin> plugins, IReadOnlyList<PluginSlot> before, int maxConcurrentCalls)
    {
        var slots = new Dictionary<string, PluginSlot>(StringComparer.Ordinal);
        var failures = new List<PluginFailure>();
        foreach (var plugin in plugins)
        {
            var (slot, failure) = before.FirstOrDefault(slot => ReferenceEquals(slot.Plugin, plugin)) is { } kept
                ? (kept, null)
                : Make(source, plugin, maxConcurrentCalls);
            if (failure is not null)
                failures.Add(failure);
            else if (!slots.TryAdd(slot!.Manifest.Name, slot))
                failures.Add(new(slot.Manifest.Name, $"{slot.Manifest.Name}: the name is taken"));
        }

        return new(source, [.. slots.Values], failures);
    }

    private static (PluginSlot? Slot, PluginFailure? Failure) Make(string source, IPlugin plugin, int maxConcurrentCalls)
    {
        var name = plugin.GetType().Name;
        try
        {
            var manifest = plugin.Manifest;
            name = OutsideText.Line(manifest.Name, 100);
            var problems = ManifestRules.Broken(plugin, manifest, source).ToList();
            if (problems.Count > 0)
                return (null, new(name, string.Join("; ", problems)));
            return (new(plugin, manifest, ArgumentSchema.Parse(manifest.ParametersSchema), maxConcurrentCalls), null);
        }
        catch (FormatException e)
        {
            return (null, new(name, $"{name}: schema: {e.Message}"));
        }
        catch (Exception e) when (source != PluginSource.BuiltIn)
        {
            return (null, new(name, OutsideText.Line($"{name}: what it is cannot be asked: {e.GetType().Name}: {e.Message}", 1000)));
        }
    }
}

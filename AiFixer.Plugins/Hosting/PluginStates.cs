using AiFixer.Core.Plugins;
using AiFixer.Core.Ports;

namespace AiFixer.Plugins.Hosting;

/// <summary>Every plugin of the registry with its state.</summary>
internal sealed class PluginStates(PluginRegistry registry, PluginConditions conditions) : IPluginStates
{
    public IReadOnlyList<PluginStatus> All
    {
        get
        {
            var catalogue = registry.Current;
            return
            [
                .. catalogue.Sources.SelectMany(source => Loaded(catalogue, source).Concat(source.Failures.Select(failure => Failed(source, failure))))
                    .OrderBy(status => status.Name, StringComparer.Ordinal),
            ];
        }
    }

    public PluginStatus? Find(string name)
    {
        var catalogue = registry.Current;
        if (catalogue.Find(name) is { } slot)
            return conditions.Of(slot, catalogue.Sources.First(source => source.Slots.Contains(slot)).Name, catalogue.AliasOf(slot));
        return catalogue.Sources
            .SelectMany(source => source.Failures.Where(failure => failure.Name == name).Select(failure => Failed(source, failure)))
            .FirstOrDefault();
    }

    private IEnumerable<PluginStatus> Loaded(PluginCatalogue catalogue, PluginSource source) =>
        source.Slots.Select(slot => conditions.Of(slot, source.Name, catalogue.AliasOf(slot)));

    private static PluginStatus Failed(PluginSource source, PluginFailure failure) =>
        new(failure.Name, source.Name, PluginState.Failed) { Reason = failure.Reason };
}

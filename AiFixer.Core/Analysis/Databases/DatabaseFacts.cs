using System.Collections.Immutable;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>What was seen of a database.</summary>
/// <param name="Evidence">What shows statements, waits and events; null when its monitoring said nothing.</param>
public sealed record DatabaseFacts(SceneFacts Scene, string Instance, string? Evidence)
{
    public ImmutableList<StatementFact> Statements { get; init; } = [];

    public ImmutableList<WaitFact> Waits { get; init; } = [];

    public ImmutableList<DatabaseEvent> Events { get; init; } = [];

    /// <summary>The instance and those that follow it; a namesake's numbers are another database's.</summary>
    internal IEnumerable<MetricFact> Metrics(string names, bool replicas = false) =>
        Scene.Metrics.Where(m => (m.Owner == Instance || (replicas && m.Owner.StartsWith(Instance, StringComparison.Ordinal))) && Changes.Text.Has(m.Name, names));

    /// <summary>What happened around the alert, and not hours before it.</summary>
    internal IEnumerable<DatabaseEvent> Recent(string words) =>
        Events.Where(e => e.At >= Scene.Alert.StartsAt - TimeSpan.FromMinutes(60) && e.At <= Scene.Now && Changes.Text.Has(e.Message, words));
}

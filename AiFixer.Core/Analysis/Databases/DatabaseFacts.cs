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

    /// <summary>What is set, as its monitoring calls it; what is set for a replica begins with its name.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Those that follow it, by the alert's word and by its own.</summary>
    internal IReadOnlySet<string> Replicas =>
        new[] { Scene.Alert.Labels.GetValueOrDefault("read_replica"), Settings.GetValueOrDefault("read_replica"), Settings.GetValueOrDefault("read_replicas") }
            .OfType<string>().SelectMany(names => names.Split(',')).Select(name => name.Trim().Split(' ', '(')[0]).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>The instance and those that follow it; a namesake's numbers are another database's.</summary>
    internal IEnumerable<MetricFact> Metrics(string names, bool replicas = false)
    {
        var followers = replicas ? Replicas : null;
        return Scene.Metrics.Where(m => (m.Owner == Instance || (followers is not null && (followers.Contains(m.Owner) || m.Owner.StartsWith(Instance, StringComparison.Ordinal)))) && Changes.Text.Has(m.Name, names));
    }

    /// <summary>What a follower of it shows.</summary>
    internal IEnumerable<MetricFact> MetricsOf(string follower, string names) => Metrics(names, replicas: true).Where(m => m.Owner == follower);

    /// <summary>What happened around the alert, and not hours before it.</summary>
    internal IEnumerable<DatabaseEvent> Recent(string words) =>
        Events.Where(e => e.At >= Scene.Alert.StartsAt - TimeSpan.FromMinutes(60) && e.At <= Scene.Now && Changes.Text.Has(e.Message, words));
}

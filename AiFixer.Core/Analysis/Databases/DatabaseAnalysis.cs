using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>What can explain a database's trouble, the best explanation first.</summary>
internal static class DatabaseAnalysis
{
    private const double Trouble = 0.6;

    /// <summary>What a database answers to those who ask wrongly.</summary>
    private const string OfClients = "due to user request|authentication failed|duplicate key|syntax error|permission denied|does not exist|invalid input";
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(3);

    public static ImmutableList<Cause> Of(DatabaseFacts facts)
    {
        ImmutableList<Cause> found = [.. RoomRules.In(facts).Concat(LoadRules.In(facts)).Concat(PlatformRules.In(facts)).OfType<Cause>().OrderByDescending(c => c.Strength)];
        return found.Exists(c => c.Strength >= Trouble) || !Sees(facts) || Moves(facts) ? found : [Well(facts), .. found];
    }

    private static bool Sees(DatabaseFacts facts) => facts.Evidence is not null && facts.Scene.Metrics.Exists(m => m.Owner == facts.Instance);

    /// <summary>What is felt does not keep its level, or something is still refused: whatever it is, it is not well.</summary>
    private static bool Moves(DatabaseFacts facts) =>
        Level.Of(facts.Metrics(Names.FreeStorage)) is { Grew: < 0.6 }
        || Level.Of(facts.Metrics(Names.WriteRate)) is { Grew: < 0.3, First: > 20 }
        || Level.Of(facts.Metrics(Names.Connections)) is { Grew: > 1.8, Last: > 20 }
        || Level.Of(facts.Metrics(Names.QueueDepth)) is { Grew: > 4, Last: > 1 }
        || Level.Of(facts.Metrics($"{Names.WriteLatency}|{Names.ReadLatency}")) is { Grew: > 4, First: > 0 }
        || facts.Recent(@"\b(ERROR|FATAL|PANIC):").Any(e => e.At > facts.Scene.Now - Quiet && !Changes.Text.Has(e.Message, OfClients));

    private static Cause Well(DatabaseFacts facts)
    {
        Level?[] levels =
        [
            Level.Of(facts.Metrics(Names.Cpu)), Level.Of(facts.Metrics(Names.Connections)), Level.Of(facts.Metrics(Names.FreeStorage)),
            Level.Of(facts.Metrics(Names.Lag, replicas: true)), Level.Of(facts.Metrics(Names.WriteRate)),
        ];
        var (delayed, calmed) = (Changes.Text.Has(facts.Scene.AlertText, "lag|replica|behind|delay") ? DelayedReplica.In(facts).FirstOrDefault() : null, Calmed.In(facts));
        return new(
            Categories.Healthy, 0.9, delayed is not null ? Meant(delayed) : calmed is not null ? Over(facts, calmed)
                : $"No failure: {facts.Instance} operates within normal bounds. Processor, connections, storage, replication and writes keep their levels, and no event around the alert tells of trouble.", "none",
            [
                .. Show.Levels(delayed?.Lag, calmed?.Worst), .. Show.Events(facts, [.. delayed?.Told is { } told ? [told] : Array.Empty<DatabaseEvent>(), .. calmed is null ? [] : During(facts, calmed)]),
                .. Show.Levels(levels),
            ])
        { IsCertain = true };
    }

    private static string Meant(DelayedReplica delayed) =>
        $"No failure: {delayed.Replica} is meant to be {MetricSignals.Number(delayed.Delay.TotalSeconds)} s behind (a delay that is set), and is so evenly: {delayed.Lag.Says}. Nothing else leaves its level. The threshold of the alert does not suit a replica with a delay.";

    private static string Over(DatabaseFacts facts, Calmed calmed) =>
        $"No failure any more: {calmed.Worst.Metric.Name} of {facts.Instance} was up to {MetricSignals.Number(calmed.Worst.Most)} from {MetricSignals.Clock(calmed.From)} to {MetricSignals.Clock(calmed.To)}"
        + (During(facts, calmed).FirstOrDefault() is { } meanwhile ? $", around {Clusters.Say.Words(meanwhile.Message)} at {MetricSignals.Clock(meanwhile.At)}" : "")
        + $", and has recovered: since then latency and queue are as before ({calmed.Worst.Says}).";

    private static IEnumerable<DatabaseEvent> During(DatabaseFacts facts, Calmed calmed) =>
        facts.Events.Where(e => e.At >= calmed.From - Around && e.At <= calmed.To + Around).OrderByDescending(e => Changes.Text.Has(e.Message, "back(ing)? ?up|snapshot|maintenance"));
}

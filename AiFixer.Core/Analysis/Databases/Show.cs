using System.Collections.Immutable;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>Makes claims of what a database shows.</summary>
internal static class Show
{
    public static IEnumerable<CitedClaim> Levels(params IEnumerable<Level?> levels) => levels.OfType<Level>().Select(l => new CitedClaim($"{l.Says}.", [l.Metric.Evidence]));

    public static IEnumerable<CitedClaim> Events(DatabaseFacts facts, IEnumerable<DatabaseEvent> events) =>
        events.TakeLast(5).Select(e => new CitedClaim($"{e.Source} at {Signals.MetricSignals.Clock(e.At)}: {Say.Words(e.Message)}", Cite(facts)));

    public static IEnumerable<CitedClaim> Statements(DatabaseFacts facts, IEnumerable<StatementFact> statements) =>
        statements.Take(3).Select(s => new CitedClaim($"The statement {Say.Words(s.Text)} has a load of {Signals.MetricSignals.Number(s.Load)}, waiting for {Waits(s.Waits)}.", Cite(facts)));

    public static CitedClaim Waited(DatabaseFacts facts) => new($"Sessions wait for {Waits(facts.Waits)}.", Cite(facts));

    public static string Waits(IReadOnlyList<WaitFact> waits) =>
        waits.Count == 0 ? "nothing that is known" : string.Join(", ", waits.Take(4).Select(w => $"{w.Name} ({Signals.MetricSignals.Number(w.Load)})"));

    private static ImmutableList<string> Cite(DatabaseFacts facts) => facts.Evidence is { } evidence ? [evidence] : [];
}

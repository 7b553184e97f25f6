using System.Diagnostics.Metrics;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Telemetry;

/// <summary>What is measured of incidents. What a label can be is known before anything happens; ids and words of others never are one.</summary>
public static class EngineInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "AiFixer.Engine";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Alerts =
        Meter.CreateCounter<long>("aifixer.alerts", description: "Alerts that were reported, by what became of them.");

    private static readonly Counter<long> Moves =
        Meter.CreateCounter<long>("aifixer.incident.transitions", description: "Incidents that came into a status.");

    private static readonly Counter<long> Actions =
        Meter.CreateCounter<long>("aifixer.actions", description: "Actions in the world, by what became of them.");

    private static readonly Counter<long> Verifications =
        Meter.CreateCounter<long>("aifixer.verifications", description: "Fixes that were watched to the end, and whether the world recovered.");

    private static readonly Histogram<double> Tasks =
        Meter.CreateHistogram<double>("aifixer.task.duration", "s", "How long steps of incidents take, by kind and outcome.");

    private static readonly Histogram<double> Appends = Meter.CreateHistogram<double>(
        "aifixer.journal.append.duration", "s", "How long it takes until a decision is on disk, by outcome.",
        advice: new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    internal static void Reported(ReportOutcome outcome) => Alerts.Add(1, new KeyValuePair<string, object?>("outcome", SnakeCase.Of(outcome.ToString())));

    internal static void Ran(TaskKind kind, string outcome, TimeSpan took) =>
        Tasks.Record(took.TotalSeconds, new("task", SnakeCase.Of(kind.ToString())), new("outcome", outcome));

    internal static void Appended(string outcome, TimeSpan took) =>
        Appends.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    /// <param name="before">Null for an incident that was just opened.</param>
    internal static void Wrote(IncidentStatus? before, Decision.Accepted written)
    {
        if (before != written.State.Status)
            Moves.Add(1, new KeyValuePair<string, object?>("status", SnakeCase.Of(written.State.Status.ToString())));
        foreach (var happened in written.Events)
        {
            switch (happened)
            {
                case ActionFinished finished:
                    Actions.Add(1, new KeyValuePair<string, object?>("outcome", SnakeCase.Of(finished.Status.ToString())));
                    break;
                case OutcomeUnknown:
                    Actions.Add(1, new KeyValuePair<string, object?>("outcome", "unknown"));
                    break;
                case VerificationEnded ended:
                    Verifications.Add(1, new KeyValuePair<string, object?>("recovered", ended.Passed ? "yes" : "no"));
                    break;
            }
        }
    }
}

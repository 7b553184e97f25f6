using System.Globalization;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Signals;

/// <summary>Numbers that left their level.</summary>
internal static class MetricSignals
{
    private const double LeastShift = 0.15;

    public static IEnumerable<Signal> In(SceneFacts scene)
    {
        foreach (var metric in scene.Metrics)
        {
            if ((Episodes.Of(metric.Series) ?? Onset.Of(metric.Series) ?? Parting.Of(metric.Series) ?? Blip.Of(metric.Series, scene.AlertText.Contains(metric.Name, StringComparison.OrdinalIgnoreCase) ? 1 : 2)) is not { } change || Shift(change) < LeastShift)
                continue;
            var topics = TopicMetrics.Of(metric.Name, change.Rose).ToHashSet();
            // A number of the business that people are alarmed by: nothing needs to fail for it to be wrong.
            if (topics.Count == 0 && scene.AlertText.Contains(metric.Name, StringComparison.OrdinalIgnoreCase))
                topics.Add(Topic.WrongResult);
            yield return new(
                SignalKind.Metric, metric.Owner, metric.Name, [.. topics], change.Onset, change.Recovered ? 0.4 : 0.8, Says(metric, change), metric.Evidence)
            {
                Change = change,
                Metric = metric,
            };
        }
    }

    /// <summary>How far it went, against the larger of both levels.</summary>
    private static double Shift(ChangePoint change) =>
        Math.Abs(change.After - change.Before) / Math.Max(Math.Max(Math.Abs(change.After), Math.Abs(change.Before)), 1e-9);

    private static string Says(MetricFact metric, ChangePoint change)
    {
        var how = change switch { { Kind: ChangeKind.Ramp } => "goes", { Kind: ChangeKind.Spike, RecoveredAt: null } => "again and again goes", _ => "went" };
        var back = change.RecoveredAt is { } at ? $" and came back at {Clock(at)}" : "";
        return $"{metric.Name} of {metric.Owner} {how} from {Number(change.Before)} to {Number(change.After)} from {Clock(change.Onset)} on{back}";
    }

    public static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };
}

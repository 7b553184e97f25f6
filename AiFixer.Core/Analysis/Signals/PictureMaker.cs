using System.Collections.Immutable;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Signals;

/// <summary>Puts the signs of trouble together.</summary>
internal static class PictureMaker
{
    /// <summary>What began longer before the alert is another story, unless it is about the alert's own number.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(45);

    public static Picture Of(SceneFacts scene)
    {
        var metrics = MetricSignals.In(scene).ToImmutableList();
        var (onset, latest) = Began(scene, metrics);
        var logs = LogSignals.In(scene, onset).ToImmutableList();
        var first = logs.Where(l => l.Strength > 0.8 && l.Owner == scene.Subject && l.At < onset && l.At > onset - Lead).MinBy(l => l.At);
        if (first is not null)
            onset = first.At;
        var signals = metrics.AddRange(UnevenSignals.In(scene, metrics)).AddRange(logs).AddRange(OddCounts.In(scene, onset)).AddRange(ShiftedTimes.In(scene)).AddRange(SpanSignals.In(scene, onset)).AddRange(OfStatus(scene, onset)).Add(OfAlert(scene));
        return new(scene, signals, onset, latest);
    }

    /// <summary>When the number that raised the alert left its level; without it the earliest number of the service that did, or the alert.</summary>
    private static (DateTimeOffset First, DateTimeOffset Latest) Began(SceneFacts scene, ImmutableList<Signal> metrics)
    {
        var start = scene.Alert.StartsAt;
        var own = metrics.Where(m => m.Owner == scene.Subject && m.Change is not null).ToList();
        var alerted = own.Where(m => scene.AlertText.Contains(m.Name, StringComparison.OrdinalIgnoreCase)).MinBy(m => m.At)
            ?? own.Where(m => m.At > start - Lead && m.At <= start + TimeSpan.FromMinutes(5)).OrderBy(m => m.Change!.Recovered).ThenBy(m => m.At).FirstOrDefault();
        return alerted is { Change: { } change } ? (change.Onset, change.Latest) : (start, start);
    }

    private static bool IsOver(string status) => Changes.Text.Has(status, @"""status"":\s*""(resolved|completed|closed|operational)""");

    private static Signal OfAlert(SceneFacts scene) =>
        new(SignalKind.Alert, scene.Subject, scene.Alert.Name, [.. TopicWords.In(scene.AlertText)], scene.Alert.StartsAt, 0.6, $"the alert says: {scene.Alert.Summary}", "");

    /// <summary>What was over before the trouble began says little about it.</summary>
    private static IEnumerable<Signal> OfStatus(SceneFacts scene, DateTimeOffset onset) => scene.Statuses.Select(s =>
        new Signal(SignalKind.Status, "", "status", [.. TopicWords.In(s.Text), Topic.Provider], s.At, s.At < onset && IsOver(s.Text) ? 0.1 : 0.8, $"a status page says: {Workload.Quote.Of(s.Text.Length > 300 ? $"{s.Text[..300]}…" : s.Text)}", s.Evidence));
}

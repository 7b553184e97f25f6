using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Somebody announced before that what the alert speaks of would go away, and nothing fails.</summary>
internal static class Announced
{
    /// <summary>Likely, and no more: plans are changed.</summary>
    private const double Strength = 0.7;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(4);

    public static Cause? In(Picture picture)
    {
        var scene = picture.Scene;
        var notice = scene.Statuses.FirstOrDefault(s => s.At < picture.Onset && s.At > picture.Onset - Ahead && IsPlan(s.Text) && Names(s.Text, scene.Subject));
        if (notice is null || picture.Signals.Exists(Fails))
            return null;
        var fell = picture.Signals.Where(s => s is { Kind: SignalKind.Metric, Change.Rose: false, Strength: > 0.5 } && s.Owner == scene.Subject).ToList();
        return fell.Count == 0 ? null : new(
            Categories.Healthy, Strength, $"This was announced at {MetricSignals.Clock(notice.At)}: {Workload.Quote.Of(Cut(notice.Text))}. {fell[0].Says}, as planned, and nothing fails.", "none",
            [new($"It was announced: {Cut(notice.Text)}", [notice.Evidence]), .. Weighing.Claims(fell.Take(3))])
        {
            Culprit = "none",
        };
    }

    /// <summary>What goes away takes its numbers down with it; what goes up, or is said to fail, was in nobody's plan.</summary>
    private static bool Fails(Signal signal) => signal.Strength > 0.5 && Spread.Harm.Any(signal.Is)
        && (signal.Kind is SignalKind.Log or SignalKind.Span || signal is { Kind: SignalKind.Metric, Change.Rose: true });

    private static bool IsPlan(string text) => !Changes.Text.Has(text, "cancel|postpone|called off") && Changes.Text.Has(text, @"planned|scheduled|maintenance|decommission|will (be )?(move|close|shut|retire|stop)|moves? (to|with)");

    /// <summary>Written with spaces or with hyphens.</summary>
    private static bool Names(string text, string subject) =>
        subject.Length > 2 && Plain(text).Contains(Plain(subject), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => text.Replace('-', ' ').Replace('_', ' ');

    private static string Cut(string text) => text.Length > 240 ? $"{text[..240]}…" : text;
}

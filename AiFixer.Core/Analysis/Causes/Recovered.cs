using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>What the alert speaks of was so, and is over.</summary>
internal static class Recovered
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(3);

    public static Cause? In(Picture picture)
    {
        var scene = picture.Scene;
        var harm = picture.Signals.Where(s => s is { Kind: SignalKind.Metric, Change: not null } && s.Owner == scene.Subject && Spread.Harm.Any(s.Is)).ToList();
        if (harm.Count == 0 || harm.Exists(s => s.Change!.RecoveredAt is null || s.Change.RecoveredAt > scene.Now - Calm))
            return null;
        // What is bad in another way still is bad, whatever came back.
        if (picture.Signals.Exists(s => s is { Kind: SignalKind.Metric, Strength: > 0.5, Change.Recovered: false, Topics.IsEmpty: false } && s.Owner == scene.Subject && !s.Is(Topic.Surge)))
            return null;
        var over = harm.Max(s => s.Change!.RecoveredAt!.Value);
        if (over < scene.Alert.StartsAt - Ahead && !harm.Exists(s => scene.AlertText.Contains(s.Name, StringComparison.OrdinalIgnoreCase)))
            return null;
        var restless = scene.Lines.Any(l => l.IsTrouble && l.Service == scene.Subject && l.At > over + Calm) || picture.Signals.Exists(s => s.Change is { Recovered: false } && Spread.Harm.Any(s.Is) && s.Owner == scene.Subject);
        return restless ? null : new(
            Categories.Healthy, 0.86, $"No failure any more: {scene.Subject} recovered at {MetricSignals.Clock(over)}. {harm[0].Says}; since then its numbers and its log are normal.", "none", Weighing.Claims(harm.Take(4)))
        {
            Culprit = "none",
            IsCertain = true,
        };
    }
}

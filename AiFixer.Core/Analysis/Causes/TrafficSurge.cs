using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>More was asked from outside than there is room for.</summary>
internal static class TrafficSurge
{
    private const double Much = 1.5;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(3);

    public static Cause? In(Picture picture, CallGraph calls)
    {
        var rates = picture.Signals.Where(s => s.Is(Topic.Surge) && s.Change is { Rose: true } change && change.Ratio >= Much && !s.Is(Topic.Errors) && !s.Is(Topic.Retries) && !s.Is(Topic.Slow)).ToList();
        var outermost = rates.Where(r => IsEntry(r.Owner, picture, calls) && r.At >= picture.Onset - Ahead && r.At <= picture.OnsetLatest + Behind).ToList();
        if (outermost.Count == 0)
            return null;
        var full = picture.About(Topic.Overload, Topic.Cpu, Topic.Throttled, Topic.Backlog).Where(s => s.Kind != SignalKind.Alert).ToList();
        var share = rates.Select(r => r.Owner).Distinct().Count() / (double)Math.Max(1, AllRates(picture));
        var retries = picture.Of(Topic.Retries) > 0.6 ? 0.7 : 1;
        // A morning is no surge: where nothing is full, there was room for it.
        var strength = Weighing.Together(full.Count > 0 ? 0.5 : 0.25, 0.35 * share, full.Count > 0 ? 0.6 : 0) * retries;
        var top = outermost.MaxBy(r => r.Change!.Ratio)!;
        return new(
            Categories.TrafficSurge, strength,
            $"Much more is asked of {top.Owner} than usual: {top.Says}. Demand beyond capacity saturates it, so requests wait and are turned away; the time is spent in queues, not in a slower path of the code.",
            "scale", Weighing.Claims([top, .. rates.Where(r => r != top).Take(3), .. full.Take(4)]))
        { Culprit = "none" };
    }

    /// <summary>Nobody who is known calls it, or it is what the alert is about and those who call it ask for more as well.</summary>
    private static bool IsEntry(string owner, Picture picture, CallGraph calls)
    {
        var callers = calls.CallersOf(owner).ToList();
        return callers.Count == 0
            ? owner == picture.Scene.Subject || calls.CalledBy(owner).Any() || !calls.Knows(owner) && calls.IsEmpty
            : false;
    }

    private static int AllRates(Picture picture) =>
        picture.Scene.Metrics.Where(m => TopicMetrics.Of(m.Name, true).Contains(Topic.Surge)).Select(m => m.Owner).Distinct().Count();
}

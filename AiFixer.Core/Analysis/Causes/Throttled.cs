using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Containers that may not use the processor they need, on machines that have it.</summary>
internal static class Throttled
{
    public static Cause? In(Picture picture)
    {
        var held = picture.Signals.Where(s => s is { Kind: SignalKind.Metric, Change: { Rose: true, Recovered: false } } && Changes.Text.Has(s.Name, "throttl") && Changes.Text.Has(s.Name, "cfs|cpu") && Concerns(s, picture)).ToList();
        if (held.Count == 0 || picture.About(Topic.Machine).Any(s => s.Kind is not SignalKind.Alert && !Changes.Text.Has(s.Name, "throttl")))
            return null;
        var slow = picture.About(Topic.Slow).Where(s => s.Kind is SignalKind.Metric or SignalKind.Log or SignalKind.Span).Take(3);
        return new(
            Categories.ResourceExhaustion, 0.88,
            $"The containers of {picture.Scene.Subject} reach their CPU limit and are throttled: {held[0].Says}. The machines have room; the limit is what makes them slow.", "scale",
            Weighing.Claims([.. held.Take(3), .. slow]))
        { Culprit = "none", IsCertain = true };
    }

    private static bool Concerns(Signal signal, Picture picture) =>
        signal.Owner == picture.Scene.Subject || signal.Owner.StartsWith(picture.Scene.Subject + "-", StringComparison.Ordinal) || picture.Scene.Alert.Target?.Name is { } name && signal.Owner.StartsWith(name, StringComparison.Ordinal);
}

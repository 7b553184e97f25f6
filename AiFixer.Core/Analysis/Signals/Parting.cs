namespace AiFixer.Core.Analysis.Signals;

/// <summary>
/// A number that rises and falls from some moment on, and never comes back to where it was before: memory between restarts. It has no new
/// level, but every later value is beyond every earlier one.
/// </summary>
internal static class Parting
{
    private const double LeastShare = 0.06;
    private const double Beyond = 1.1;

    public static ChangePoint? Of(Series series)
    {
        var known = series.WithoutGaps();
        var least = Math.Max(6, (int)(known.Count * LeastShare));
        if (known.Count < 3 * least)
            return null;
        double[] values = [.. known.Values];
        for (var at = least; at <= values.Length - least; at++)
        {
            var (before, after) = (values[..at], values[at..]);
            var rose = before.Min() >= 0 && after.Min() > Beyond * before.Max() && after.Min() > 0;
            var fell = after.Min() >= 0 && before.Min() > Beyond * after.Max();
            if (rose || fell)
                return new(known.Times[at], known.Times[at - 1], known.Times[at], Robust.Median(before), Robust.Median(after), 10, 0.001, ChangeKind.Ramp, TimeSpan.Zero, null);
        }

        return null;
    }
}

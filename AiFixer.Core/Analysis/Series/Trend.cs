namespace AiFixer.Core.Analysis;

/// <summary>Where a number is going.</summary>
internal static class Trend
{
    private const int Least = 6;
    private const double Steady = 0.9;

    /// <summary>How long until it is nothing, when it falls steadily and by a good part; null when it does not.</summary>
    public static TimeSpan? TimeToZero(Series series)
    {
        var known = series.WithoutGaps();
        if (known.Count < Least)
            return null;
        // The last third tells where it goes now, whatever it did before.
        var from = known.Count - Math.Max(Least, known.Count / 3);
        var (start, end) = (known.Values[from], known.Values[^1]);
        var took = known.Times[^1] - known.Times[from];
        if (end >= 0.8 * start || end < 0 || took <= TimeSpan.Zero)
            return null;
        var falls = 0;
        for (var i = from + 1; i < known.Count; i++)
            falls += known.Values[i] < known.Values[i - 1] ? 1 : 0;
        return falls >= Steady * (known.Count - from - 1) ? took * (end / (start - end)) : null;
    }
}

namespace AiFixer.Core.Analysis;

/// <summary>One short time, some samples long, in which a number was far from what it is before and after.</summary>
internal static class Blip
{
    private const int Calm = 6;
    private const int Back = 3;
    private const double Most = 0.25;

    /// <summary>Of the way from the calm to the worst: what is further is off.</summary>
    private const double Off = 0.25;
    private const double Clear = 10;
    private const double Much = 1.5;

    /// <param name="least">How many samples it takes: one alone is noise, unless somebody was called for it.</param>
    public static ChangePoint? Of(Series series, int least = 2)
    {
        var known = series.WithoutGaps();
        if (known.Count < 3 * Calm)
            return null;
        double[] values = [.. known.Values];
        var calm = Robust.Median(values);
        var worst = values.MaxBy(value => Math.Abs(value - calm));
        var spread = Robust.Median([.. values.Select(value => Math.Abs(value - calm))]);
        if (Math.Abs(worst - calm) <= Clear * spread || (worst > calm ? worst < Much * calm : Much * worst > calm))
            return null;
        bool[] off = [.. values.Select(value => (value - calm) / (worst - calm) > Off)];
        var (first, last) = (Array.IndexOf(off, true), Array.LastIndexOf(off, true));
        var length = last - first + 1;
        return first < Calm || last >= values.Length - Back || length < least || length > Most * values.Length || off.AsSpan(first, length).Contains(false)
            ? null
            : new(known.Times[first], known.Times[first - 1], known.Times[first], calm, worst, Clear, 0.001, ChangeKind.Spike, TimeSpan.Zero, known.Times[last + 1]);
    }
}

namespace AiFixer.Core.Analysis;

/// <summary>Finds since when a number has been back at its old level, when it went there slowly: what stands apart most ends later than the trouble.</summary>
internal static class Calm
{
    private const int Shortest = 5;

    /// <summary>How long it has to be calm, against how long it was not.</summary>
    private const double Share = 0.25;

    /// <summary>The first sample of the calm that lasts to the end; null when there is none, or when as long ones came in between.</summary>
    /// <param name="start">Where the trouble began.</param>
    /// <param name="near">What is not further from the old level is back.</param>
    public static int? Since(ReadOnlySpan<double> values, int start, double level, double near)
    {
        var end = values.Length;
        while (end > start && Math.Abs(values[end - 1] - level) <= near)
            end--;
        var (longest, run) = (0, 0);
        for (var at = start; at < end; at++)
        {
            run = Math.Abs(values[at] - level) <= near ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var calm = values.Length - end;
        return end >= start + 2 && calm >= Math.Max(Shortest, Math.Max((2 * longest) + 1, Share * (end - start))) && !Leaves(values[end..], level, near) ? end : null;
    }

    /// <summary>It is on its way up again, as what fills until it bursts, and fills again.</summary>
    private static bool Leaves(ReadOnlySpan<double> calm, double level, double near)
    {
        var third = Math.Max(1, calm.Length / 3);
        var (first, last) = (Math.Abs(Robust.Median(calm[..third]) - level), Math.Abs(Robust.Median(calm[^third..]) - level));
        return last > near / 2 && last > first;
    }
}

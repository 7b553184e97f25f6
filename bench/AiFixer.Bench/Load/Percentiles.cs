using System.Diagnostics;

namespace AiFixer.Bench.Load;

internal static class Percentiles
{
    /// <summary>In milliseconds, of spans in the clock's own ticks. Sorts the list.</summary>
    public static double Of(List<long> ticks, double percentile)
    {
        if (ticks.Count == 0)
            return 0;
        ticks.Sort();
        var rank = (int)Math.Ceiling(percentile / 100 * ticks.Count) - 1;
        return ticks[Math.Clamp(rank, 0, ticks.Count - 1)] * 1000.0 / Stopwatch.Frequency;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

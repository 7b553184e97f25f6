using AiFixer.Bench.Load;

namespace AiFixer.Bench.Growth;

/// <summary>How long one thing takes with a size, and how many times as long as with the smallest in the same slice of time.</summary>
internal sealed record GrowthCompared(string Name, long Size, double P50, double P99, double PerSecond, double Times)
{
    public static IReadOnlyList<GrowthCompared> Of(IReadOnlyList<GrowthSample> found) =>
        [.. found.GroupBy(one => one.Name).SelectMany(one => Of(one.Key, [.. one]))];

    private static IEnumerable<GrowthCompared> Of(string name, List<GrowthSample> found)
    {
        var smallest = found.Min(one => one.Size);
        var first = found.Where(one => one.Size == smallest).ToDictionary(one => one.Slice);
        return found.GroupBy(one => one.Size).OrderBy(runs => runs.Key).Select(runs => new GrowthCompared(
            name,
            runs.Key,
            Percentiles.Median(runs.Select(run => run.P50)),
            Percentiles.Median(runs.Select(run => run.P99)),
            Percentiles.Median(runs.Select(run => run.PerSecond)),
            Percentiles.Median(runs.Select(run => run.P50 / first[run.Slice].P50))));
    }
}

using AiFixer.Bench.Plots;

namespace AiFixer.Bench.Growth;

/// <summary>How much longer everything takes when there is more, compared with the smallest size.</summary>
internal static class GrowthPlot
{
    public static Plot Of(IReadOnlyList<GrowthCompared> found) => new Plot(
        "Time of an answer (median), compared with the smallest store", "incidents in the store", "times", LogarithmicX: true, Limit: 1.2,
        [.. found.GroupBy(one => one.Name).Select(one => new PlotLine(one.Key, [.. one.Select(size => ((double)size.Size, size.Times))]))]);
}

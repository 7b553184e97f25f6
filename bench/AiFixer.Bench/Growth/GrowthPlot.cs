using AiFixer.Bench.Load;
using AiFixer.Bench.Plots;

namespace AiFixer.Bench.Growth;

/// <summary>How much longer everything takes when there is more, compared with the smallest size.</summary>
internal static class GrowthPlot
{
    public static Plot Of(IReadOnlyList<GrowthSample> found) => new Plot(
        "Time of an answer (median), compared with the smallest store", "incidents in the store", "times", LogarithmicX: true, Limit: 1.2,
        [.. found.Select(one => one.Name).Distinct().Select(name => Line(name, [.. found.Where(one => one.Name == name)]))]);

    private static PlotLine Line(string name, IReadOnlyList<GrowthSample> found)
    {
        var medians = found.GroupBy(one => one.Size).OrderBy(runs => runs.Key)
            .Select(runs => (Size: (double)runs.Key, Time: Percentiles.Median(runs.Select(run => run.P50)))).ToList();
        return new(name, [.. medians.Select(one => (one.Size, one.Time / medians[0].Time))]);
    }
}

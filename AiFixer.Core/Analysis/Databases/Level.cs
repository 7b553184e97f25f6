using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>Where a number stands now, and where it began.</summary>
/// <param name="First">The level at the beginning of what was seen.</param>
/// <param name="Last">The level now.</param>
/// <param name="Most">The highest it was.</param>
internal sealed record Level(MetricFact Metric, double First, double Last, double Least, double Most)
{
    public double Grew => First > 0 ? Last / First : Last > 0 ? 100 : 1;

    public static Level? Of(IEnumerable<MetricFact> metrics) => metrics.Select(Of).OfType<Level>().MaxBy(l => l.Grew);

    public string Says => $"{Metric.Name} of {Metric.Owner} went from {MetricSignals.Number(First)} to {MetricSignals.Number(Last)}{(Most > 1.1 * Last ? $" (at most {MetricSignals.Number(Most)})" : "")}";

    private static Level? Of(MetricFact metric)
    {
        double[] values = [.. metric.Series.Values.Where(double.IsFinite)];
        if (values.Length < 3)
            return null;
        var part = Math.Max(1, values.Length / 6);
        return new(metric, Robust.Median(values.AsSpan(0, part)), Robust.Median(values.AsSpan(values.Length - part)), values.Min(), values.Max());
    }
}

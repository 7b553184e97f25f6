using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Prometheus;

/// <summary>One series as the plugins show it.</summary>
internal sealed record SeriesData(
    IReadOnlyDictionary<string, string> Labels, double? Value, string? Time, SummaryData? Summary, IReadOnlyList<PointData>? Points,
    IReadOnlyList<double[]>? Samples = null)
{
    public static SeriesData Single(PromSeries series) =>
        new(series.Labels, series.Points[^1].Value, Times.Text(series.Points[^1].Time), null, null);

    /// <summary>For programs: Unix seconds and value, side by side.</summary>
    public static SeriesData Compact(PromSeries series) =>
        new(series.Labels, null, null, null, null, [.. series.Points.Select(p => new[] { (p.Time - DateTimeOffset.UnixEpoch).TotalSeconds, p.Value })]);

    public static SeriesData Many(PromSeries series) =>
        new(series.Labels, null, null, SummaryData.Of(series.Points), [.. series.Points.Select(p => new PointData(Times.Text(p.Time), p.Value))]);
}

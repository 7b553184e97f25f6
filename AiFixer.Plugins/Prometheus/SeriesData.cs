using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Prometheus;

/// <summary>One series as the plugins show it.</summary>
internal sealed record SeriesData(
    IReadOnlyDictionary<string, string> Labels, double? Value, string? Time, SummaryData? Summary, IReadOnlyList<PointData>? Points)
{
    public static SeriesData Single(PromSeries series) =>
        new(series.Labels, series.Points[^1].Value, Times.Text(series.Points[^1].Time), null, null);

    public static SeriesData Many(PromSeries series) =>
        new(series.Labels, null, null, SummaryData.Of(series.Points), [.. series.Points.Select(p => new PointData(Times.Text(p.Time), p.Value))]);
}

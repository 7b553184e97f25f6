namespace AiFixer.Plugins.Prometheus;

/// <summary>One series of an answer.</summary>
/// <param name="Labels">Its labels, the name among them.</param>
/// <param name="Points">Its points, oldest first.</param>
internal sealed record PromSeries(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<PromPoint> Points);

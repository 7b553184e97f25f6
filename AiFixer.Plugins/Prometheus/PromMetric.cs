namespace AiFixer.Plugins.Prometheus;

/// <summary>What a server knows of a metric.</summary>
/// <param name="Type"><c>counter</c>, <c>gauge</c>, <c>histogram</c>, …</param>
/// <param name="Unit">Its unit; empty when nobody said.</param>
internal sealed record PromMetric(string Type, string Unit);

namespace AiFixer.Playground.Observability;

/// <summary>One series with its samples, oldest first.</summary>
internal sealed record MetricSeries(LabelSet Labels, IReadOnlyList<MetricSample> Samples);

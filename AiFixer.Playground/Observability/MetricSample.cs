namespace AiFixer.Playground.Observability;

/// <summary>A value, at a moment in milliseconds since 1970.</summary>
internal readonly record struct MetricSample(long At, double Value);

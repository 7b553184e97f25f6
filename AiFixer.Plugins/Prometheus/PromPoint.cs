namespace AiFixer.Plugins.Prometheus;

/// <summary>A value at a moment.</summary>
internal readonly record struct PromPoint(DateTimeOffset Time, double Value);

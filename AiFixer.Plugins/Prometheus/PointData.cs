namespace AiFixer.Plugins.Prometheus;

/// <summary>A value at a moment, in UTC.</summary>
internal readonly record struct PointData(string Time, double Value);

namespace AiFixer.Bench.Growth;

/// <summary>One thing asked once of a database of one size.</summary>
internal sealed record GrowthSample(string Name, long Size, double P50, double P99, double PerSecond);

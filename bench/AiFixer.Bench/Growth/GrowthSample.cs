namespace AiFixer.Bench.Growth;

/// <summary>One thing asked of a database of one size, in a slice of time in which every size had its turn.</summary>
internal sealed record GrowthSample(string Name, long Size, int Slice, double P50, double P99, double PerSecond);

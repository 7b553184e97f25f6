using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Growth;

/// <summary>A database with so many incidents.</summary>
internal sealed record GrowthStore(long Size, BenchDatabase Database);

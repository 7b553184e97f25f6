using AiFixer.Playground.Store;

namespace AiFixer.Playground.Workload;

/// <summary>What is used on one node at one moment, its own system included.</summary>
internal sealed record NodeUsage(StoredObject Node, double CpuCores, double MemoryBytes, double DiskBytes, double DiskCapacityBytes);

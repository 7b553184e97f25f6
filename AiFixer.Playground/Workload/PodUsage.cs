using AiFixer.Playground.Store;

namespace AiFixer.Playground.Workload;

/// <summary>What one running pod uses and does at one moment.</summary>
/// <param name="Pod">The pod.</param>
/// <param name="Workload">What is behind it: the deployment, stateful set or daemon set; null for a pod nobody manages.</param>
/// <param name="Container">The container whose software this is.</param>
/// <param name="Node">Where it runs.</param>
/// <param name="StartedAt">When its container started; a counter begins at zero here.</param>
/// <param name="CpuCores">Cores in use.</param>
/// <param name="MemoryBytes">Working set.</param>
/// <param name="ScratchBytes">Scratch space and logs.</param>
/// <param name="RequestsPerSecond">Requests that reach it.</param>
/// <param name="ErrorRatio">The share of them that it answers with 5xx, 0 to 1.</param>
/// <param name="MedianLatency">Half of the answers take no longer.</param>
/// <param name="SlowLatency">99 of 100 answers take no longer.</param>
/// <param name="Connections">Connections that it holds to its database, out of <see cref="Application.ConnectionPool"/>.</param>
/// <param name="Restarts">Restarts of its container so far.</param>
internal sealed record PodUsage(
    StoredObject Pod, StoredObject? Workload, string Container, string Node, DateTimeOffset StartedAt, double CpuCores, double MemoryBytes, double ScratchBytes,
    double RequestsPerSecond, double ErrorRatio, TimeSpan MedianLatency, TimeSpan SlowLatency, int Connections, int Restarts);

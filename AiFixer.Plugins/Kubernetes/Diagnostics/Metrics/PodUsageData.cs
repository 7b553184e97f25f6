namespace AiFixer.Plugins.Kubernetes;

/// <summary>What one pod uses; a pod is the sum of its containers.</summary>
internal sealed record PodUsageData(
    string Name, string Namespace, long CpuMillicores, long MemoryBytes, string? MeasuredAt, IReadOnlyList<ContainerUsageData> Containers)
{
    public static PodUsageData Of(PodUsage used)
    {
        var containers = (used.Containers ?? []).Select(ContainerUsageData.Of).ToList();
        return new(
            used.Metadata.Name, used.Metadata.Namespace, containers.Sum(c => c.CpuMillicores ?? 0), containers.Sum(c => c.MemoryBytes ?? 0),
            KubeData.Time(used.Timestamp), containers);
    }
}

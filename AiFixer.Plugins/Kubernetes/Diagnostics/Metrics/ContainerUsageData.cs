namespace AiFixer.Plugins.Kubernetes;

internal sealed record ContainerUsageData(string Name, long? CpuMillicores, long? MemoryBytes)
{
    public static ContainerUsageData Of(PodUsage.ContainerUsage used) =>
        new(used.Name, Quantity.Millicores(used.Usage?.Cpu), Quantity.Bytes(used.Usage?.Memory));
}

namespace AiFixer.Plugins.Kubernetes;

internal sealed record NodeUsageData(string Name, long? CpuMillicores, long? MemoryBytes)
{
    public static NodeUsageData Of(NodeUsage used) =>
        new(used.Metadata.Name, Quantity.Millicores(used.Usage?.Cpu), Quantity.Bytes(used.Usage?.Memory));
}

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What the containers of a pod use now, as the metrics API measured it.</summary>
internal sealed record PodUsage(ObjectMeta Metadata, DateTimeOffset? Timestamp, List<PodUsage.ContainerUsage>? Containers)
{
    internal sealed record ContainerUsage(string Name, ResourceNeeds.Amounts? Usage);
}

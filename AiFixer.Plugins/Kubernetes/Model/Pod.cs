namespace AiFixer.Plugins.Kubernetes;

internal sealed record Pod(ObjectMeta Metadata, Pod.PodSpec? Spec, Pod.PodStatus? Status)
{
    public bool IsReady => Status?.Conditions?.Any(c => c is { Type: "Ready", Status: "True" }) ?? false;

    internal sealed record PodSpec(string? NodeName, List<Container>? Containers, List<Container>? InitContainers);

    internal sealed record Container(string Name, string? Image, string? RestartPolicy, ResourceNeeds? Resources);

    internal sealed record PodStatus(
        string? Phase, string? Reason, List<KubeCondition>? Conditions,
        List<ContainerStatus>? ContainerStatuses, List<ContainerStatus>? InitContainerStatuses);
}

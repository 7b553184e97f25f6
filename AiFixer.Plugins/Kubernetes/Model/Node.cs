namespace AiFixer.Plugins.Kubernetes;

internal sealed record Node(ObjectMeta Metadata, Node.NodeSpec? Spec, Node.NodeStatus? Status)
{
    public bool IsReady => Status?.Conditions?.Any(c => c is { Type: "Ready", Status: "True" }) ?? false;

    public bool IsCordoned => Spec is { Unschedulable: true };

    public bool TakesPods => IsReady && !IsCordoned;

    internal sealed record NodeSpec(bool Unschedulable, List<Taint>? Taints);

    internal sealed record Taint(string Key, string? Value, string Effect);

    internal sealed record NodeStatus(
        Dictionary<string, string>? Capacity, Dictionary<string, string>? Allocatable, List<KubeCondition>? Conditions, SystemInfo? NodeInfo);

    internal sealed record SystemInfo(string? KubeletVersion, string? OsImage, string? ContainerRuntimeVersion);
}

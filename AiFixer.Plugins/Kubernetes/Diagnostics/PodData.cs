namespace AiFixer.Plugins.Kubernetes;

/// <summary>One pod. Status is what kubectl prints in its STATUS column.</summary>
internal sealed record PodData(
    string Name, string Namespace, string Uid, string Phase, string Status, bool Ready, int Restarts, string? Node,
    string? Owner, string? Deployment, string? TemplateHash, string? CreatedAt, IReadOnlyList<ContainerData> Containers)
{
    public static PodData Of(Pod pod)
    {
        var owner = pod.Metadata.ControllerOwner;
        var hash = pod.Metadata.Label(TemplateText.HashLabel);
        var containers = pod.Status?.ContainerStatuses ?? [];
        return new(
            pod.Metadata.Name, pod.Metadata.Namespace, pod.Metadata.Uid, pod.Status?.Phase ?? "", PodStatusColumn.Of(pod),
            pod.IsReady, containers.Sum(c => c.RestartCount), pod.Spec?.NodeName, owner?.Name, DeploymentOf(owner, hash), hash,
            KubeData.Time(pod.Metadata.CreationTimestamp), [.. containers.Select(ContainerData.Of)]);
    }

    /// <summary>A deployment's ReplicaSet is named after it and its template's hash.</summary>
    private static string? DeploymentOf(OwnerReference? owner, string? hash) =>
        owner is { Kind: "ReplicaSet" } && hash is { Length: > 0 } && owner.Name.EndsWith($"-{hash}", StringComparison.Ordinal)
            ? owner.Name[..^(hash.Length + 1)]
            : null;
}

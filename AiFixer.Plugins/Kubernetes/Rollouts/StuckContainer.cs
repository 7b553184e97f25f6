namespace AiFixer.Plugins.Kubernetes;

/// <summary>A container that will not come up by waiting.</summary>
internal static class StuckContainer
{
    private static readonly HashSet<string> Reasons =
    [
        "CrashLoopBackOff", "ImagePullBackOff", "ErrImagePull", "InvalidImageName",
        "CreateContainerConfigError", "CreateContainerError", "RunContainerError",
    ];

    public static string? Find(IEnumerable<Pod> pods) => pods.Select(Of).FirstOrDefault(reason => reason is not null);

    private static string? Of(Pod pod)
    {
        IEnumerable<ContainerStatus> all = [.. pod.Status?.InitContainerStatuses ?? [], .. pod.Status?.ContainerStatuses ?? []];
        var stuck = all.FirstOrDefault(c => c.State?.Waiting?.Reason is { } reason && Reasons.Contains(reason));
        return stuck is null ? null : $"container {stuck.Name} of pod {pod.Metadata.Name} is in {stuck.State!.Waiting!.Reason}";
    }
}

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What kubectl prints as a pod's STATUS, which is not its phase: a crash-looping pod's phase is Running.</summary>
internal static class PodStatusColumn
{
    public static string Of(Pod pod)
    {
        var status = pod.Status;
        var reason = status?.Reason is { Length: > 0 } given ? given : status?.Phase ?? "";
        if (pod.Metadata.DeletionTimestamp is not null && status?.Phase is not ("Succeeded" or "Failed"))
            return reason == "NodeLost" ? "Unknown" : "Terminating";
        return Initializing(pod) ?? FromContainers(pod, reason);
    }

    private static string? Initializing(Pod pod)
    {
        if (pod.Status?.Conditions?.Any(c => c is { Type: "Initialized", Status: "True" }) ?? false)
            return null;
        foreach (var (index, container) in (pod.Status?.InitContainerStatuses ?? []).Index())
        {
            var sidecar = pod.Spec?.InitContainers?.Find(c => c.Name == container.Name)?.RestartPolicy == "Always";
            if (container.State?.Terminated is { ExitCode: 0 } || (sidecar && container.Started == true))
                continue;
            if (container.State?.Terminated is { } ended)
                return $"Init:{Ended(ended)}";
            return container.State?.Waiting?.Reason is { Length: > 0 } reason && reason != "PodInitializing"
                ? $"Init:{reason}"
                : $"Init:{index}/{pod.Spec?.InitContainers?.Count ?? 0}";
        }

        return null;
    }

    private static string FromContainers(Pod pod, string phase)
    {
        var (reason, running) = (phase, false);
        foreach (var container in Enumerable.Reverse(pod.Status?.ContainerStatuses ?? []))
        {
            reason = container.State switch
            {
                { Waiting.Reason: { Length: > 0 } waiting } => waiting,
                { Terminated: { } ended } => Ended(ended),
                _ => reason,
            };
            running |= container is { Ready: true, State.Running: not null };
        }

        if (reason != "Completed" || !running)
            return reason;
        return pod.IsReady ? "Running" : "NotReady";
    }

    private static string Ended(ContainerState.TerminatedState ended) => ended switch
    {
        { Reason: { Length: > 0 } reason } => reason,
        { Signal: not 0 } => $"Signal:{ended.Signal}",
        _ => $"ExitCode:{ended.ExitCode}",
    };
}

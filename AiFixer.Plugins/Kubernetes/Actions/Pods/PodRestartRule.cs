namespace AiFixer.Plugins.Kubernetes;

/// <summary>Which pods are not restarted by ending them.</summary>
internal static class PodRestartRule
{
    private const string MirrorOf = "kubernetes.io/config.mirror";

    public static string? Refusal(Pod pod)
    {
        var name = pod.Metadata.Name;
        if (pod.Metadata.Annotation(MirrorOf) is not null)
            return $"{name} is a static pod of its node: deleting it here restarts nothing";
        if (pod.Metadata.ControllerOwner is null)
            return $"{name} belongs to no controller: nothing would make it anew";
        if (pod.Metadata.DeletionTimestamp is not null)
            return $"{name} is ending already";
        return pod.Status?.Phase is "Succeeded" or "Failed" ? $"{name} has ended ({pod.Status.Phase}): there is nothing to restart" : null;
    }
}

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Whether a rollout is done and its pods do their job, in kubectl's order of questions.</summary>
internal static class RolloutHealth
{
    public static (TargetHealth Health, string Details) Judge(Deployment deployment, IReadOnlyList<Pod> pods)
    {
        var name = deployment.Metadata.Name;
        var status = deployment.Status ?? new(0, 0, 0, 0, 0, null);
        if (deployment.Metadata.Generation > status.ObservedGeneration)
            return (TargetHealth.Progressing, $"the change of {name} has not been taken up yet");
        if (status.Conditions?.Any(c => c is { Type: "Progressing", Reason: "ProgressDeadlineExceeded" }) ?? false)
            return (TargetHealth.Unhealthy, $"{name} exceeded its progress deadline");
        if (StuckContainer.Find(pods) is { } reason)
            return (TargetHealth.Unhealthy, $"{name}: {reason}");
        return Counted(name, deployment.Desired, status, pods);
    }

    private static (TargetHealth Health, string Details) Counted(
        string name, int desired, Deployment.DeploymentStatus status, IReadOnlyList<Pod> pods)
    {
        var ready = pods.Count(p => p.IsReady && p.Metadata.DeletionTimestamp is null);
        if (status.UpdatedReplicas < desired)
            return (TargetHealth.Progressing, $"{name}: {status.UpdatedReplicas} of {desired} new pods have been made");
        if (status.Replicas > status.UpdatedReplicas)
            return (TargetHealth.Progressing, $"{name}: {status.Replicas - status.UpdatedReplicas} old pods have yet to end");
        if (status.AvailableReplicas < status.UpdatedReplicas || ready < desired)
            return (TargetHealth.Progressing, $"{name}: {Math.Min(ready, status.AvailableReplicas)} of {desired} pods are ready");
        return (TargetHealth.Healthy, desired == 0 ? $"{name} is scaled to zero" : $"{name}: all {desired} pods are ready");
    }
}

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Whether what keeps pods has as many ready ones as it should.</summary>
internal static class WorkloadHealth
{
    public static (TargetHealth Health, string Details) Judge(OwnerReference owner, Workload workload, IReadOnlyList<Pod> pods)
    {
        var name = $"{owner.Kind} {owner.Name}";
        if (workload.Metadata.Generation > (workload.Status?.ObservedGeneration ?? 0))
            return (TargetHealth.Progressing, $"the change of {name} has not been taken up yet");
        if (StuckContainer.Find(pods) is { } stuck)
            return (TargetHealth.Unhealthy, $"{name}: {stuck}");
        var ready = pods.Count(p => p.IsReady && p.Metadata.DeletionTimestamp is null);
        return ready >= workload.Desired
            ? (TargetHealth.Healthy, $"{name}: all {workload.Desired} pods are ready")
            : (TargetHealth.Progressing, $"{name}: {ready} of {workload.Desired} pods are ready");
    }
}

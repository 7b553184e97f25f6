namespace AiFixer.Plugins.Kubernetes;

/// <summary>Anything that keeps pods: a ReplicaSet, a StatefulSet, a DaemonSet.</summary>
internal sealed record Workload(ObjectMeta Metadata, Workload.WorkloadSpec? Spec, Workload.WorkloadStatus? Status)
{
    public int Desired => Spec?.Replicas ?? Status?.DesiredNumberScheduled ?? 1;

    internal sealed record WorkloadSpec(int? Replicas, LabelSelector? Selector);

    internal sealed record WorkloadStatus(long ObservedGeneration, int? DesiredNumberScheduled);
}

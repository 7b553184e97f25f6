namespace AiFixer.Plugins.Kubernetes;

/// <summary>Answer of <c>k8s.rollout_history</c>, newest revision first.</summary>
internal sealed record HistoryData(
    string Deployment, string Namespace, string Uid, int Desired, int Ready, int Updated, int Available,
    long Generation, long ObservedGeneration, bool Paused, IReadOnlyList<ConditionData> Conditions,
    long? CurrentRevision, string Selector, IReadOnlyList<RevisionData> Revisions)
{
    public static HistoryData Of(Rollout rollout)
    {
        var (deployment, status) = (rollout.Deployment, rollout.Deployment.Status);
        return new(
            deployment.Metadata.Name, deployment.Metadata.Namespace, deployment.Metadata.Uid, deployment.Desired,
            status?.ReadyReplicas ?? 0, status?.UpdatedReplicas ?? 0, status?.AvailableReplicas ?? 0,
            deployment.Metadata.Generation, status?.ObservedGeneration ?? 0, deployment.Spec.Paused,
            [.. (status?.Conditions ?? []).Select(c => new ConditionData(c.Type, c.Status, c.Reason ?? "", c.Message ?? ""))],
            rollout.CurrentNumber, deployment.Spec.Selector?.ToString() ?? "", [.. rollout.Revisions.Select(RevisionData.Of)]);
    }
}

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Looks whether a pod ended and how those that came after it do: the old one counts for nothing.</summary>
internal static class PodReplacement
{
    private const int MostPods = 5000;

    public static async Task<Observation> ObserveAsync(KubeClients clients, ActionPlan plan, CancellationToken cancellationToken)
    {
        var target = plan.Target;
        if (clients.Find(target.Connection) is not { } client)
            return Unseen($"there is no cluster '{OutsideText.Line(target.Connection, 63)}' any more");
        if (WritePayload.TryParse(plan.Payload)?.Owner is not { } owner)
            return Unseen("the plan does not say what the pod belongs to");
        var read = await client.GetAsync(KubePaths.Pod(target.Namespace, target.Name), KubeJson.Default.Pod, cancellationToken);
        if (read.Failed(out var error, out var pod) && !error.IsNotFound)
            return Unseen(error.Message);
        var isThere = pod is { Metadata.DeletionTimestamp: null } && pod.Metadata.Uid == target.Uid;
        var applied = isThere ? ExecuteOutcome.NotDone : ExecuteOutcome.Done;
        var (health, details) = await HealthAsync(client, target, owner, cancellationToken);
        return new(applied, health, isThere ? $"{target} has not ended; {details}" : details);
    }

    private static async Task<(TargetHealth Health, string Details)> HealthAsync(
        KubeClient client, TargetRef old, OwnerReference owner, CancellationToken cancellationToken)
    {
        if (KubePaths.Workload(owner.Kind, old.Namespace, owner.Name) is not { } path)
            return (TargetHealth.Unknown, $"it belonged to {owner.Kind} {owner.Name}, which says nothing of how many pods there should be");
        if ((await client.GetAsync(path, KubeJson.Default.Workload, cancellationToken)).Failed(out var error, out var workload))
            return (TargetHealth.Unknown, error.Message);
        if (workload.Metadata.Uid != owner.Uid)
            return (TargetHealth.Unknown, $"{owner.Kind} {owner.Name} is another one now");
        var pods = await client.ListPodsAsync(
            KubePaths.Pods(old.Namespace), KubePaths.LabelSelector(workload.Spec?.Selector?.ToString()), MostPods, cancellationToken);
        return pods.Failed(out error, out var list)
            ? (TargetHealth.Unknown, error.Message)
            : WorkloadHealth.Judge(owner, workload, [.. list.Items.Where(p => p.Metadata.Uid != old.Uid && p.Metadata.ControllerOwner?.Uid == owner.Uid)]);
    }

    private static Observation Unseen(string why) => new(ExecuteOutcome.Unknown, TargetHealth.Unknown, why);
}

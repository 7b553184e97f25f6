namespace AiFixer.Plugins.Kubernetes;

/// <summary>Reads deployments, their history and their pods.</summary>
internal static class RolloutReader
{
    private const int MostSets = 2000;
    private const int MostPods = 5000;

    public static async Task<KubeResult<Rollout>> ReadAsync(KubeClient client, string ns, string name, CancellationToken cancellationToken)
    {
        var read = await client.GetAsync(KubePaths.Deployment(ns, name), KubeJson.Default.Deployment, cancellationToken);
        if (read.Failed(out var error, out var deployment))
            return new(error);
        var sets = await client.ListAsync(
            KubePaths.ReplicaSets(ns), Selector(deployment), KubeJson.Default.KubeListReplicaSet, MostSets, cancellationToken);
        return sets.Failed(out error, out var list) ? new(error) : new(new Rollout(deployment, History(deployment, list.Items)));
    }

    /// <summary>The pods of one ReplicaSet: pods of other revisions say nothing about this one.</summary>
    public static async Task<KubeResult<KubeItems<Pod>>> PodsAsync(
        KubeClient client, Deployment deployment, ReplicaSet set, CancellationToken cancellationToken)
    {
        var pods = await client.ListPodsAsync(
            KubePaths.Pods(deployment.Metadata.Namespace), Selector(deployment), MostPods, cancellationToken);
        return pods.Failed(out var error, out var list)
            ? new(error)
            : new(list with { Items = [.. list.Items.Where(p => p.Metadata.ControllerOwner?.Uid == set.Metadata.Uid)] });
    }

    private static string Selector(Deployment deployment) => KubePaths.LabelSelector(deployment.Spec.Selector?.ToString());

    private static List<Revision> History(Deployment deployment, IEnumerable<ReplicaSet> sets) =>
    [
        .. sets.Where(s => s.Metadata.ControllerOwner?.Uid == deployment.Metadata.Uid)
            .Select(s => (Number: Rollout.NumberOf(s.Metadata), Set: s))
            .Where(r => r.Number is not null)
            .Select(r => new Revision(r.Number!.Value, r.Set))
            .OrderByDescending(r => r.Number),
    ];
}

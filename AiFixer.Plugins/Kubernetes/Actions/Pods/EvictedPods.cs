namespace AiFixer.Plugins.Kubernetes;

/// <summary>Pods that were evicted and stay as failed ones, the oldest first: new ones do not disturb a plan for old ones.</summary>
internal static class EvictedPods
{
    public const int MostAtOnce = 50;
    public const int MostRead = 5000;
    private const string Failed = "status.phase=Failed";

    public static async Task<KubeResult<KubeItems<Pod>>> ReadAsync(
        KubeClient client, string ns, CancellationToken cancellationToken, int most = MostAtOnce)
    {
        var read = await client.ListPodsAsync(
            KubePaths.Pods(ns), KubePaths.FieldSelector(Failed), MostRead, cancellationToken);
        if (read.Failed(out var error, out var failed))
            return new(error);
        var evicted = failed.Items
            .Where(p => p is { Status.Reason: "Evicted", Metadata.DeletionTimestamp: null })
            .OrderBy(p => p.Metadata.CreationTimestamp).ThenBy(p => p.Metadata.Name, StringComparer.Ordinal).ToList();
        return new(new KubeItems<Pod>([.. evicted.Take(most)], failed.More || evicted.Count > most));
    }
}

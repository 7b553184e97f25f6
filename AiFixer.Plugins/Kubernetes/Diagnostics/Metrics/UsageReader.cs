namespace AiFixer.Plugins.Kubernetes;

/// <summary>Reads what pods and nodes use now. Not every cluster measures it.</summary>
internal static class UsageReader
{
    private const int MostPods = 5000;
    private const int MostNodes = 2000;

    public static async Task<KubeResult<KubeItems<PodUsage>>> PodsAsync(
        KubeClient client, string ns, string? labels, CancellationToken cancellationToken) =>
        Named(client, await client.ListAsync(
            KubePaths.PodUsage(ns), KubePaths.LabelSelector(labels), KubeJson.Default.KubeListPodUsage, MostPods, cancellationToken));

    public static async Task<KubeResult<KubeItems<NodeUsage>>> NodesAsync(KubeClient client, CancellationToken cancellationToken) =>
        Named(client, await client.ListAsync(KubePaths.NodeUsage, "", KubeJson.Default.KubeListNodeUsage, MostNodes, cancellationToken));

    private static KubeResult<KubeItems<T>> Named<T>(KubeClient client, KubeResult<KubeItems<T>> result) => result.Error is { IsNotServed: true } error
        ? new(error with { Message = $"cluster '{client.Connection.Name}' measures nothing: it has no metrics API (is metrics-server installed?)" })
        : result;
}

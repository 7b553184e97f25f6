namespace AiFixer.Plugins.Kubernetes;

/// <summary>How much memory a container uses now: that of the pod that uses the most.</summary>
internal static class MemoryUse
{
    public static async Task<decimal?> OfAsync(KubeClient client, Deployment deployment, string container, CancellationToken cancellationToken)
    {
        var read = await UsageReader.PodsAsync(
            client, deployment.Metadata.Namespace, deployment.Spec.Selector?.ToString(), cancellationToken);
        return (read.Value?.Items ?? [])
            .SelectMany(pod => pod.Containers ?? [])
            .Where(used => used.Name == container)
            .Max(used => Quantity.Of(used.Usage?.Memory));
    }
}

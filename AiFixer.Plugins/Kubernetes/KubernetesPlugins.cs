namespace AiFixer.Plugins.Kubernetes;

/// <summary>All plugins for Kubernetes.</summary>
internal static class KubernetesPlugins
{
    /// <param name="disabled">Why a plugin may not be called now; null when it may.</param>
    public static IReadOnlyList<IPlugin> All(KubeClients clients, Func<string, string?>? disabled = null)
    {
        disabled ??= static _ => null;
        IReadOnlyList<IPlugin> own = [.. Diagnostics(clients), .. Remediations(clients)];
        return [.. own, new KubectlQuery(clients, own, disabled), new KubectlAction(clients, own, disabled)];
    }

    private static IEnumerable<IPlugin> Diagnostics(KubeClients clients) =>
    [
        new Get(clients),
        new ListPods(clients),
        new DescribePod(clients),
        new DescribeNode(clients),
        new GetPodLogs(clients),
        new GetEvents(clients),
        new TopPods(clients),
        new TopNodes(clients),
        new RolloutHistory(clients),
    ];

    private static IEnumerable<IPlugin> Remediations(KubeClients clients) =>
    [
        new RestartPod(clients),
        new RestartDeployment(clients),
        new RollbackDeployment(clients),
        new ScaleDeployment(clients),
        NodeSwitch.Cordon(clients),
        NodeSwitch.Uncordon(clients),
        new DeleteEvictedPods(clients),
        new SetResources(clients),
        new PatchProbe(clients),
        new ApplyHpa(clients),
    ];
}

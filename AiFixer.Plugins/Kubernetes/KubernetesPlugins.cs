namespace AiFixer.Plugins.Kubernetes;

/// <summary>All plugins for Kubernetes.</summary>
internal static class KubernetesPlugins
{
    public static IReadOnlyList<IPlugin> All(KubeClients clients) =>
    [
        new Get(clients),
        new ListPods(clients),
        new GetPodLogs(clients),
        new GetEvents(clients),
        new RolloutHistory(clients),
        new RestartDeployment(clients),
        new RollbackDeployment(clients),
        new ScaleDeployment(clients),
    ];
}

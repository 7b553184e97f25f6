using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Tests.Deployment.Rights;

/// <summary>How each plugin is put to work in the practice world: everything that it can want of the cluster.</summary>
internal static class PluginRuns
{
    private const string Catalog = "\"namespace\":\"shop\",\"deployment\":\"catalog\"";

    public static IReadOnlyDictionary<string, Func<RightsWorld, Task<IReadOnlyList<string>>>> All { get; } =
        new Dictionary<string, Func<RightsWorld, Task<IReadOnlyList<string>>>>(StringComparer.Ordinal)
        {
            ["k8s.get"] = GetAsync,
            ["k8s.list_pods"] = world => world.RunAsync("k8s.list_pods", """{"namespace":"shop"}"""),
            ["k8s.describe_pod"] = world => PodAsync(world, "k8s.describe_pod"),
            ["k8s.describe_node"] = world => world.RunAsync("k8s.describe_node", """{"node":"node-1"}"""),
            ["k8s.get_pod_logs"] = world => PodAsync(world, "k8s.get_pod_logs"),
            ["k8s.get_events"] = world => world.RunAsync("k8s.get_events", """{"namespace":"shop"}"""),
            ["k8s.top_pods"] = world => world.RunAsync("k8s.top_pods", """{"namespace":"shop"}"""),
            ["k8s.top_nodes"] = world => world.RunAsync("k8s.top_nodes", "{}"),
            ["k8s.rollout_history"] = world => world.RunAsync("k8s.rollout_history", $"{{{Catalog}}}"),
            ["k8s.restart_pod"] = RestartPodsAsync,
            ["k8s.restart_deployment"] = world => world.RemedyAsync("k8s.restart_deployment", $"{{{Catalog}}}"),
            ["k8s.rollback_deployment"] = world => world.RemedyAsync("k8s.rollback_deployment", $"{{{Catalog}}}"),
            ["k8s.scale_deployment"] = world => world.RemedyAsync("k8s.scale_deployment", $"{{{Catalog},\"replicas\":3}}"),
            ["k8s.cordon_node"] = world => world.RemedyAsync("k8s.cordon_node", """{"node":"node-3","reason":"r"}"""),
            ["k8s.uncordon_node"] = UncordonAsync,
            ["k8s.delete_evicted_pods"] = DeleteEvictedAsync,
            ["k8s.set_resources"] = world => world.RemedyAsync("k8s.set_resources", $"{{{Catalog},\"container\":\"app\",\"memory_limit\":\"1Gi\"}}"),
            ["k8s.patch_probe"] = world => world.RemedyAsync("k8s.patch_probe", $"{{{Catalog},\"container\":\"app\",\"probe\":\"readiness\",\"period_seconds\":9}}"),
            ["k8s.apply_hpa"] = AutoscaleAsync,
        };

    /// <summary>Every kind, as a list and by a name that nothing has.</summary>
    private static async Task<IReadOnlyList<string>> GetAsync(RightsWorld world)
    {
        var said = new List<string>();
        foreach (var kind in KubeKinds.Names)
        {
            var ns = KubeKinds.NeedsNamespace(kind) ? ",\"namespace\":\"shop\"" : "";
            said.AddRange(await world.RunAsync("k8s.get", $"{{\"kind\":\"{kind}\"{ns}}}"));
            said.AddRange((await world.RunAsync("k8s.get", $"{{\"kind\":\"{kind}\"{ns},\"name\":\"nothing\"}}")).Where(error => !error.Contains("(404)", StringComparison.Ordinal)));
        }

        return said;
    }

    private static async Task<IReadOnlyList<string>> PodAsync(RightsWorld world, string plugin) =>
        await world.RunAsync(plugin, $"{{\"namespace\":\"shop\",\"pod\":\"{await world.PodAsync("app=checkout")}\"}}");

    /// <summary>One that serves is evicted, one that does not is deleted.</summary>
    private static async Task<IReadOnlyList<string>> RestartPodsAsync(RightsWorld world)
    {
        var said = await RestartAsync(world, "app=checkout");
        world.Bench.World.Faults.MissingImage("shop", "catalog").ShouldBeTrue();
        world.Pass(30);
        var broken = (await world.Bench.GetAsync("/api/v1/namespaces/shop/pods?labelSelector=app%3Dcatalog"))["items"]!.AsArray()
            .First(pod => pod!["status"]!["phase"]!.ToString() == "Pending")!["metadata"]!["name"]!.ToString();
        said = [.. said, .. await world.RemedyAsync("k8s.restart_pod", $"{{\"namespace\":\"shop\",\"pod\":\"{broken}\",\"reason\":\"r\"}}")];
        world.Bench.World.Heal("shop", "catalog");
        world.Pass(60);
        return said;
    }

    private static async Task<IReadOnlyList<string>> RestartAsync(RightsWorld world, string selector) =>
        await world.RemedyAsync("k8s.restart_pod", $"{{\"namespace\":\"shop\",\"pod\":\"{await world.PodAsync(selector)}\",\"reason\":\"r\"}}");

    private static async Task<IReadOnlyList<string>> UncordonAsync(RightsWorld world)
    {
        await world.Bench.KubectlAsync("cordon", "node-2");
        return await world.RemedyAsync("k8s.uncordon_node", """{"node":"node-2","reason":"r"}""");
    }

    private static async Task<IReadOnlyList<string>> DeleteEvictedAsync(RightsWorld world)
    {
        world.Bench.World.Faults.WriteToDisk("shop", "catalog", "1Gi").ShouldBeTrue();
        world.Pass(600);
        return await world.RemedyAsync("k8s.delete_evicted_pods", """{"namespace":"shop"}""");
    }

    /// <summary>One that there is not is made, and then changed.</summary>
    private static async Task<IReadOnlyList<string>> AutoscaleAsync(RightsWorld world) =>
    [
        .. await world.RemedyAsync("k8s.apply_hpa", $"{{{Catalog},\"min_replicas\":2,\"max_replicas\":5,\"cpu_percent\":70}}"),
        .. await world.RemedyAsync("k8s.apply_hpa", $"{{{Catalog},\"min_replicas\":2,\"max_replicas\":6,\"cpu_percent\":70}}"),
    ];
}

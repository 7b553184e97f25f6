using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>Troubles of machines, and of what is running on them for too long.</summary>
public sealed class MachineCuresTests
{
    private const double TenMinutes = 600;
    private const double OneSecond = 1;

    /// <summary>For so long Prometheus answers with the last value of a pod that is gone.</summary>
    private const double UntilForgotten = 320;

    [Fact]
    public async Task A_node_that_is_not_ready_is_cured_for_its_pods_by_ending_them_and_not_by_a_cordon()
    {
        await using var test = await KubeWorld.StartAsync();
        var node = (await test.PodsAsync())[0].GetProperty("node").GetString()!;
        test.World.Faults.FailNode(node).ShouldBeTrue();
        test.Pass(KubeCures.LongEnough);
        var seen = await test.AskAsync("k8s.describe_node", new { node });
        seen.GetProperty("ready").GetBoolean().ShouldBeFalse();
        seen.GetProperty("conditions").ToString().ShouldContain("NodeStatusUnknown");
        var lost = (await test.PodsAsync()).Single(p => !p.GetProperty("ready").GetBoolean());
        lost.GetProperty("node").GetString().ShouldBe(node);

        (await test.TryAsync("k8s.cordon_node", new { node, reason = "it does not answer" })).Applied.ShouldBe(ExecuteOutcome.Done);
        test.World.Health("shop", "catalog")!.Healthy.ShouldBeFalse("a cordon only keeps new pods away");

        var cure = new { @namespace = "shop", pod = lost.Name(), reason = "its node does not answer" };
        (await test.TryAsync("k8s.restart_pod", cure, seconds: 60)).Health.ShouldBe(TargetHealth.Healthy);

        test.World.Health("shop", "catalog")!.Healthy.ShouldBeTrue();
        (await test.PodsAsync()).Where(p => p.GetProperty("ready").GetBoolean()).ShouldAllBe(p => p.GetProperty("node").GetString() != node);
    }

    [Fact]
    public async Task A_disk_that_a_release_fills_is_cured_by_the_revision_before_and_not_by_clearing_up_alone()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.WriteToDisk("shop", "catalog", "1Gi").ShouldBeTrue();
        test.Pass(TenMinutes, OneSecond);
        var evicted = (await test.PodsAsync()).First(IsEvicted);
        (await test.AskAsync("k8s.describe_pod", new { @namespace = "shop", pod = evicted.Name() })).ToString()
            .ShouldContain("The node was low on resource: ephemeral-storage");
        (await PressedNodesAsync(test)).ShouldNotBeEmpty();
        (await test.ValueAsync("max(max_over_time(node_filesystem_used_bytes[10m])) / max(node_filesystem_size_bytes)")).ShouldBeGreaterThan(0.8);

        await test.TryAsync("k8s.restart_deployment", KubeCures.Catalog, TenMinutes, OneSecond);
        await test.TryAsync("k8s.delete_evicted_pods", new { @namespace = "shop" }, TenMinutes, OneSecond);
        (await test.PodsAsync()).ShouldContain(p => IsEvicted(p), "the disks fill up again");

        var back = new { @namespace = "shop", deployment = "catalog", revision = 2 };
        (await test.TryAsync("k8s.rollback_deployment", back, TenMinutes, OneSecond)).Health.ShouldBe(TargetHealth.Healthy);
        (await test.TryAsync("k8s.delete_evicted_pods", new { @namespace = "shop" }, TenMinutes, OneSecond)).Health.ShouldBe(TargetHealth.Healthy);

        (await test.PodsAsync()).ShouldNotContain(p => IsEvicted(p));
        (await PressedNodesAsync(test)).ShouldBeEmpty();
        test.World.Health("shop", "catalog")!.Healthy.ShouldBeTrue();
    }

    [Fact]
    public async Task A_disk_that_no_pod_fills_is_for_a_person_and_nothing_here_makes_room()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.FillDisk("node-1").ShouldBeTrue();
        test.Pass(TenMinutes, OneSecond);
        (await PressedNodesAsync(test)).ShouldBe(["node-1"]);

        await test.TryAsync("k8s.cordon_node", new { node = "node-1", reason = "its disk is full" });
        await test.TryAsync("k8s.delete_evicted_pods", new { @namespace = "shop" }, TenMinutes, OneSecond);
        (await PressedNodesAsync(test)).ShouldBe(["node-1"]);

        test.World.Faults.FillDisk("node-1", 0.3);
        test.Pass(TenMinutes, OneSecond);
        (await PressedNodesAsync(test)).ShouldBeEmpty();
        (await test.TryAsync("k8s.uncordon_node", new { node = "node-1", reason = "there is room again" })).Health.ShouldBe(TargetHealth.Healthy);
    }

    [Fact]
    public async Task Leaked_connections_are_cured_by_a_restart_and_not_by_more_pods()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.LeakConnections("shop", "catalog", 0.1).ShouldBeTrue();
        test.Pass(2 * TenMinutes, OneSecond);
        (await test.ValueAsync("max(db_client_connections_in_use{namespace=\"shop\"})")).ShouldBe(100);
        (await test.LogAsync("Running", previous: false)).ShouldContain("no connection left in the pool");

        var more = new { @namespace = "shop", deployment = "catalog", replicas = 3 };
        (await test.TryAsync("k8s.scale_deployment", more, seconds: 60)).Health.ShouldNotBe(TargetHealth.Healthy);

        (await test.TryAsync("k8s.restart_deployment", KubeCures.Catalog, seconds: 60)).Health.ShouldBe(TargetHealth.Healthy);
        test.Pass(UntilForgotten, OneSecond);
        (await test.ValueAsync("max(db_client_connections_in_use{namespace=\"shop\"})")).ShouldBeLessThan(50);
    }

    private static bool IsEvicted(JsonElement pod) => pod.GetProperty("status").GetString() == "Evicted";

    private static async Task<IReadOnlyList<string>> PressedNodesAsync(KubeWorld test)
    {
        var pressed = new List<string>();
        foreach (var node in (await test.AskAsync("k8s.get", new { kind = "nodes" })).GetProperty("items").EnumerateArray())
        {
            var name = node.GetProperty("metadata").Name();
            var seen = await test.AskAsync("k8s.describe_node", new { node = name });
            if (seen.GetProperty("conditions").EnumerateArray().Any(c => c.GetProperty("type").GetString() == "DiskPressure" && c.GetProperty("status").GetString() == "True"))
                pressed.Add(name);
        }

        return pressed;
    }
}

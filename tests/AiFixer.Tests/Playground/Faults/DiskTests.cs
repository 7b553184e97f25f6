using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class DiskTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Under_disk_pressure_a_node_evicts_pods_and_takes_no_new_ones()
    {
        await using var test = await TestWorld.StartAsync();

        test.World.Faults.FillDisk("node-1").ShouldBeTrue();
        test.Pass(Minute);

        var node = await test.NodeAsync("node-1");
        node.Status("DiskPressure").ShouldBe("True");
        node["spec"]!["taints"]!.AsArray().Select(taint => taint!["key"]!.ToString()).ShouldBe(["node.kubernetes.io/disk-pressure"]);
        var evicted = (await test.PodsAsync()).Where(pod => pod.Phase() == "Failed").ToList();
        evicted.ShouldNotBeEmpty();
        evicted.ShouldAllBe(pod => pod["status"]!["reason"]!.ToString() == "Evicted" && pod["status"]!["message"]!.ToString().StartsWith("The node was low on resource: ephemeral-storage. Threshold quantity: "));
        test.Checkup().Healthy.ShouldBeTrue("its pods run elsewhere");
        (await test.PodsAsync()).Where(pod => pod.Phase() == "Running").ShouldAllBe(pod => pod.Node() != "node-1");

        test.World.Faults.FillDisk("node-1", 0.3);
        test.Pass(Minute * 6);
        (await test.NodeAsync("node-1")).Status("DiskPressure").ShouldBe("False");
    }

    [Fact]
    public async Task A_release_that_fills_disks_goes_on_until_it_is_rolled_back()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.WriteToDisk("shop", "checkout", "1Gi").ShouldBeTrue();
        test.Pass(Minute * 10);
        var evicted = await EvictedAsync(test);
        evicted.ShouldBeGreaterThan(0);

        await test.RestartAsync("checkout");
        test.Pass(Minute * 10);
        (await EvictedAsync(test)).ShouldBeGreaterThan(evicted, "a restart only empties the disks for a while");

        await test.PatchContainerAsync("checkout", "\"image\":\"registry.local/shop/checkout:1.1.0\"");
        test.Pass(Minute * 10);
        foreach (var pod in (await test.PodsAsync()).Where(pod => pod.Phase() == "Failed"))
            (await test.SendAsync(HttpMethod.Delete, $"/api/v1/namespaces/shop/pods/{pod.Name()}")).Code.ShouldBe(200);
        test.Pass(Minute * 10);
        (await EvictedAsync(test)).ShouldBe(0);
        test.StaysHealthy("checkout", Minute * 5).ShouldBeTrue();
    }

    [Fact]
    public async Task A_storage_limit_ends_the_pod_that_writes_before_the_node_suffers()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.WriteToDisk("shop", "checkout", "256Mi");

        await test.PatchContainerAsync("checkout", "\"resources\":{\"limits\":{\"ephemeral-storage\":\"10Gi\"}}");
        test.Pass(Minute * 3);

        (await test.PodsAsync()).Where(pod => pod.Phase() == "Failed").ShouldContain(pod =>
            pod["status"]!["message"]!.ToString() == "Pod ephemeral local storage usage exceeds the total limit of containers 10Gi. ");
        (await test.NodeAsync("node-1")).Status("DiskPressure").ShouldBe("False");
    }

    private static async Task<int> EvictedAsync(TestWorld test) => (await test.PodsAsync()).Count(pod => pod.Phase() == "Failed");
}

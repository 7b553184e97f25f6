using AiFixer.Playground.Workload;
using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Workload;

public sealed class WorldUsageTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Traffic_is_shared_and_paid_for_in_cpu_and_latency()
    {
        await using var test = await TestWorld.StartAsync();
        var idle = Usage(test, "catalog");
        test.World.SetTraffic("shop", "catalog", 160);
        test.Pass(Minute);

        var busy = Usage(test, "catalog");

        busy.Sum(pod => pod.RequestsPerSecond).ShouldBe(160);
        busy.ShouldAllBe(pod => pod.ErrorRatio == 0);
        busy.Min(pod => pod.CpuCores).ShouldBeGreaterThan(idle.Max(pod => pod.CpuCores) * 5);
        busy.Min(pod => pod.SlowLatency).ShouldBeGreaterThan(idle.Max(pod => pod.SlowLatency));
    }

    [Fact]
    public async Task Beyond_capacity_the_rest_are_errors()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.SetTraffic("shop", "catalog", 400);
        test.Pass(Minute);

        Usage(test, "catalog").ShouldAllBe(pod => Math.Abs(pod.ErrorRatio - 0.5) < 0.001 && pod.SlowLatency == TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Memory_grows_to_the_need_and_no_further_than_the_limit()
    {
        await using var test = await TestWorld.StartAsync();
        test.Pass(Minute);
        Usage(test, "checkout").ShouldAllBe(pod => pod.MemoryBytes == 90 << 20);

        test.World.Faults.OutgrowMemory("shop", "checkout", "200Mi");
        test.Pass(Minute);
        Usage(test, "checkout").ShouldAllBe(pod => pod.MemoryBytes == 200 << 20 && pod.Restarts == 0);
    }

    [Fact]
    public async Task What_finds_no_pod_is_refused()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.SetTraffic("shop", "catalog", 50);
        test.World.FixDoesNotHelp("shop", "catalog");
        test.Pass(Minute);

        test.World.Inside(plane => plane.Usage.Refused(plane.Store.Find(AiFixer.Playground.Store.Resources.Deployments, "shop", "catalog")!)).ShouldBe(50);
    }

    [Fact]
    public async Task Metrics_show_the_same_numbers_but_not_of_a_fresh_pod()
    {
        await using var test = await TestWorld.StartAsync();
        var pods = (await test.GetAsync("/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods?labelSelector=app%3Dcheckout")).Items;
        pods.Count.ShouldBe(3);
        pods.ShouldAllBe(pod => pod!["containers"]![0]!["usage"]!["memory"]!.ToString() == "92160Ki" && pod["containers"]![0]!["usage"]!["cpu"]!.ToString() == "10000000n");
        (await test.GetAsync("/apis/metrics.k8s.io/v1beta1/nodes")).Items.Count.ShouldBe(3);

        await test.ScaleAsync("checkout", 4);
        test.PassUntil(() => test.Checkup().Healthy);
        var fresh = (await test.PodsAsync()).Select(Look.Name).Except(pods.Select(pod => pod!["metadata"]!["name"]!.ToString())).Single();
        (await test.GetAsync($"/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods/{fresh}")).Code.ShouldBe(404);
        test.Pass(Minute);
        (await test.GetAsync($"/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods/{fresh}")).Code.ShouldBe(200);
    }

    private static List<PodUsage> Usage(TestWorld test, string name) =>
        test.World.Inside(plane => plane.Usage.Pods().Where(pod => pod.Workload?.Name == name).ToList());
}

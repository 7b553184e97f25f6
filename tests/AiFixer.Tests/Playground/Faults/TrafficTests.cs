using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class TrafficTests
{
    [Fact]
    public async Task Above_capacity_pods_fail_their_readiness_probes()
    {
        await using var test = await TestWorld.StartAsync();

        test.World.SetTraffic("shop", "catalog", 350);
        test.Pass(TimeSpan.FromSeconds(5));

        test.Checkup("catalog").Ready.ShouldBe(0);
        var events = (await test.GetAsync("/api/v1/namespaces/shop/events?fieldSelector=reason=Unhealthy")).Items;
        events.ShouldAllBe(item => item!["message"]!.ToString().Contains("503"));
        events.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Enough_replicas_carry_the_traffic()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.SetTraffic("shop", "catalog", 350);
        test.Pass(TimeSpan.FromSeconds(5));

        (await test.MergeAsync($"{TestWorld.Catalog}/scale", """{"spec":{"replicas":4}}""")).Code.ShouldBe(200);
        test.PassUntil(() => test.Checkup("catalog").Healthy);

        test.Checkup("catalog").Ready.ShouldBe(4);
    }

    [Fact]
    public async Task One_replica_too_few_does_not()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.SetTraffic("shop", "catalog", 350);

        await test.MergeAsync($"{TestWorld.Catalog}/scale", """{"spec":{"replicas":3}}""");
        test.Pass(TimeSpan.FromSeconds(30));

        test.Checkup("catalog").Ready.ShouldBe(0);
    }

    [Fact]
    public async Task Neither_a_restart_nor_more_memory_carries_it()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.SetTraffic("shop", "catalog", 350);

        await test.RestartAsync("catalog");
        await test.PatchContainerAsync("catalog", "\"resources\":{\"limits\":{\"memory\":\"1Gi\"}}");
        test.Pass(TimeSpan.FromMinutes(2));

        test.Checkup("catalog").Healthy.ShouldBeFalse();
    }

    [Fact]
    public async Task A_cpu_limit_below_what_it_wants_makes_a_pod_carry_less()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.SetTraffic("shop", "catalog", 150);
        test.Pass(TimeSpan.FromMinutes(1));
        test.Checkup("catalog").Healthy.ShouldBeTrue();

        await test.PatchContainerAsync("catalog", "\"resources\":{\"requests\":{\"cpu\":\"50m\"},\"limits\":{\"cpu\":\"50m\"}}");
        test.Pass(TimeSpan.FromMinutes(2));
        test.Checkup("catalog").Healthy.ShouldBeFalse();

        await test.PatchContainerAsync("catalog", "\"resources\":{\"limits\":{\"cpu\":\"500m\"}}");
        test.PassUntil(() => test.Checkup("catalog").Healthy);
    }
}

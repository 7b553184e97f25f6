using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Nodes;

public sealed class TaintTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_taint_that_nobody_tolerates_sends_pods_away_at_once()
    {
        await using var test = await TestWorld.StartAsync();

        await test.StrategicAsync("/api/v1/nodes/node-1", """{"spec":{"taints":[{"key":"dedicated","value":"gpu","effect":"NoExecute"}]}}""");
        test.Pass(Minute);

        test.Checkup().Healthy.ShouldBeTrue();
        (await test.PodsAsync()).ShouldAllBe(pod => pod.Node() != "node-1");
    }

    [Fact]
    public async Task The_scheduler_names_every_reason_with_its_count()
    {
        await using var test = await TestWorld.StartAsync();
        await test.StrategicAsync("/api/v1/nodes/node-1", """{"spec":{"unschedulable":true}}""");
        await test.StrategicAsync("/api/v1/nodes/node-2", """{"spec":{"taints":[{"key":"dedicated","value":"gpu","effect":"NoSchedule"}]}}""");

        test.World.Faults.RequestTooMuch("shop", "checkout");
        test.Pass(Minute);

        (await test.EventsAsync("FailedScheduling")).ShouldBe([
            "0/3 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {dedicated: gpu}, 1 node(s) were unschedulable. "
            + "preemption: 0/3 nodes are available: 1 No preemption victims found for incoming pod, 2 Preemption is not helpful for scheduling.",
        ]);
    }

    [Fact]
    public async Task A_node_that_is_deleted_takes_its_pods_with_it()
    {
        await using var test = await TestWorld.StartAsync();

        (await test.SendAsync(HttpMethod.Delete, "/api/v1/nodes/node-1")).Code.ShouldBe(200);
        test.Pass(Minute);

        test.Checkup().Healthy.ShouldBeTrue();
        (await test.PodsAsync()).ShouldAllBe(pod => pod.Node() != "node-1");
    }

    [Fact]
    public async Task A_node_keeps_giving_signs_of_life_until_it_fails()
    {
        await using var test = await TestWorld.StartAsync();
        test.Pass(Minute * 10);
        await test.GetAsync("/api/v1/nodes");
        (test.Time.GetUtcNow() - await BeatAsync(test)).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(10));

        test.World.Faults.FailNode("node-1");
        var last = test.Time.GetUtcNow();
        test.Pass(Minute * 10);

        (await BeatAsync(test)).ShouldBeLessThanOrEqualTo(last);
    }

    private static async Task<DateTimeOffset> BeatAsync(TestWorld test) => DateTimeOffset.Parse(
        (await test.GetAsync("/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/node-1")).Json["spec"]!["renewTime"]!.ToString(),
        System.Globalization.CultureInfo.InvariantCulture);
}

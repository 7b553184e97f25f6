using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class NodeFailureTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_node_that_stops_answering_is_unknown_and_its_pods_are_not_ready()
    {
        await using var test = await TestWorld.StartAsync();
        var pod = (await test.PodsAsync())[0];

        test.World.Faults.FailNode(pod.Node()!).ShouldBeTrue();
        test.Pass(TimeSpan.FromSeconds(30));
        (await test.NodeAsync(pod.Node()!)).Status("Ready").ShouldBe("True", "nobody has noticed yet");
        test.Pass(TimeSpan.FromSeconds(30));

        var node = await test.NodeAsync(pod.Node()!);
        node.Status("Ready").ShouldBe("Unknown");
        node.Condition("Ready")["reason"]!.ToString().ShouldBe("NodeStatusUnknown");
        node["spec"]!["taints"]!.AsArray().Select(taint => $"{taint!["key"]}:{taint["effect"]}")
            .ShouldBe(["node.kubernetes.io/unreachable:NoSchedule", "node.kubernetes.io/unreachable:NoExecute"]);
        test.Checkup().Ready.ShouldBe(2);
        (await test.EventsAsync("NodeNotReady")).ShouldContain("Node is not ready");
        (await test.LogAsync(pod)).ShouldContain("no route to host");
    }

    [Fact]
    public async Task After_five_minutes_its_pods_move_and_the_old_ones_end_when_it_is_back()
    {
        await using var test = await TestWorld.StartAsync();
        var pod = (await test.PodsAsync())[0];
        var node = pod.Node()!;
        test.World.Faults.FailNode(node);

        test.Pass(Minute * 4);
        test.Checkup().Healthy.ShouldBeFalse();
        test.Pass(Minute * 2);

        test.Checkup().Healthy.ShouldBeTrue();
        var pods = await test.PodsAsync();
        pods.Single(there => there.Node() == node)["metadata"]!["deletionTimestamp"].ShouldNotBeNull();
        pods.Count.ShouldBe(4);

        test.World.Faults.RecoverNode(node);
        test.Pass(Minute);
        (await test.PodsAsync()).Count.ShouldBe(3);
        (await test.NodeAsync(node)).Status("Ready").ShouldBe("True");
        (await test.NodeAsync(node))["spec"]!["taints"].ShouldBeNull();
    }

    [Fact]
    public async Task A_node_that_is_back_in_time_keeps_its_pods()
    {
        await using var test = await TestWorld.StartAsync();
        var before = (await test.PodsAsync()).Select(Look.Name);
        test.World.Faults.FailNode("node-1");
        test.Pass(Minute * 2);

        test.World.Faults.RecoverNode("node-1");
        test.Pass(Minute);

        test.Checkup().Healthy.ShouldBeTrue();
        (await test.PodsAsync()).Select(Look.Name).ShouldBe(before);
    }

    [Fact]
    public async Task A_cordon_keeps_new_pods_away_but_does_not_bring_the_old_ones_back()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.FailNode("node-1");
        test.Pass(Minute);

        (await test.StrategicAsync("/api/v1/nodes/node-1", """{"spec":{"unschedulable":true}}""")).Code.ShouldBe(200);
        test.Pass(Minute);
        test.Checkup().Healthy.ShouldBeFalse();

        test.World.Faults.RecoverNode("node-1");
        await test.ScaleAsync("checkout", 9);
        test.PassUntil(() => test.Checkup().Healthy);
        (await test.PodsAsync()).Count(pod => pod.Node() == "node-1").ShouldBe(1);
    }
}

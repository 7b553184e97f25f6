using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class NodeActionsTests
{
    private const string Cordon = "k8s.cordon_node";
    private const string Uncordon = "k8s.uncordon_node";
    private static readonly object Node = new { node = "node-1", reason = "its disk is failing" };

    [Fact]
    public async Task A_cordoned_node_takes_no_new_pods_until_it_is_uncordoned()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Cordon, Node);
        (await test.ObserveAsync(Cordon, Node, plan)).Applied.ShouldBe(ExecuteOutcome.NotDone);

        (await test.ExecuteAsync(Cordon, Node, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        (await test.ObserveAsync(Cordon, Node, plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Healthy, "node node-1 is cordoned and ready"));
        var scale = new { @namespace = "shop", deployment = "catalog", replicas = 12 };
        await test.ExecuteAsync("k8s.scale_deployment", scale, await test.PlanAsync("k8s.scale_deployment", scale));
        test.Pass(10);
        var before = await PodsOnAsync(test);

        var undo = await test.PlanAsync(plan.Undo!.Plugin, plan.Undo.Arguments);
        (await test.ExecuteAsync(plan.Undo.Plugin, plan.Undo.Arguments, undo)).Outcome.ShouldBe(ExecuteOutcome.Done);

        plan.Undo.Plugin.ShouldBe(Uncordon);
        (await test.AskAsync("k8s.describe_node", new { node = "node-1" })).GetProperty("cordoned").GetBoolean().ShouldBeFalse();
        before.ShouldBeLessThan(12);
        plan.BlastRadius.ShouldBe("No new pods start on node-1; its pods stay. 2 other nodes take pods.");
        plan.Diff.ShouldContain("-unschedulable: false\n+unschedulable: true\n");
    }

    [Fact]
    public async Task What_is_so_already_needs_no_action()
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync(Uncordon, Node)).Error.ShouldBe("node-1 is open to pods already");
        await test.ExecuteAsync(Cordon, Node, await test.PlanAsync(Cordon, Node));

        (await test.PreviewAsync(Cordon, Node)).Error.ShouldBe("node-1 is cordoned already");
    }

    [Fact]
    public async Task The_last_node_that_takes_pods_is_not_cordoned()
    {
        await using var test = await KubeWorld.StartAsync();
        foreach (var node in new[] { "node-2", "node-3" })
            await test.ExecuteAsync(Cordon, new { node, reason = "r" }, await test.PlanAsync(Cordon, new { node, reason = "r" }));

        (await test.PreviewAsync(Cordon, Node)).Error.ShouldBe("no other node takes pods: with node-1 cordoned nothing could start any more");
    }

    [Fact]
    public async Task A_node_that_is_not_there_is_said()
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync(Cordon, new { node = "node-9", reason = "r" })).Error.ShouldBe("cluster 'default' has no node node-9");
    }

    [Fact]
    public async Task A_node_made_anew_under_the_name_is_left_alone()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Cordon, Node);

        var other = plan with { Payload = plan.Payload.Replace(plan.Target.Uid!, "another", StringComparison.Ordinal) };
        var result = await test.ExecuteAsync(Cordon, Node, other);

        (result.Outcome, result.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        (await test.ObserveAsync(Cordon, Node, plan with { Target = plan.Target with { Uid = "another" } })).Details.ShouldContain("made anew");
    }

    [Fact]
    public async Task A_plan_for_one_node_is_not_sent_for_another()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Cordon, Node);

        (await test.ExecuteAsync(Cordon, Node, plan with { Target = plan.Target with { Name = "node-2" } })).Outcome.ShouldBe(ExecuteOutcome.NotDone);

        test.Changes.ShouldBeEmpty();
    }

    private static async Task<int> PodsOnAsync(KubeWorld test) =>
        (await test.AskAsync("k8s.describe_node", new { node = "node-1" })).GetProperty("pods").EnumerateArray()
            .Count(p => p.GetProperty("name").GetString()!.StartsWith("catalog", StringComparison.Ordinal));
}

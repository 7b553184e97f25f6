using System.Text.Json.Nodes;
using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class BadRolloutTests
{
    [Fact]
    public async Task A_world_starts_healthy_and_with_two_revisions()
    {
        await using var test = await TestWorld.StartAsync();

        test.World.State().ShouldAllBe(health => health.Healthy && health.Revision == 2);
    }

    [Fact]
    public async Task A_bad_revision_crash_loops_while_most_old_pods_stay()
    {
        await using var test = await TestWorld.StartAsync();

        test.World.BreakRollout("shop", "checkout");
        test.Pass(TimeSpan.FromSeconds(12));

        var health = test.Checkup();
        (health.Healthy, health.Ready, health.Updated, health.Revision).ShouldBe((false, 3, 1, 3));
        health.Restarts.ShouldBeGreaterThan(2);
        var pod = await CrashingPodAsync(test);
        pod["status"]!["phase"]!.ToString().ShouldBe("Running");
        var status = pod["status"]!["containerStatuses"]![0]!;
        status["state"]!["waiting"]!["reason"]!.ToString().ShouldBe("CrashLoopBackOff");
        ((int)status["lastState"]!["terminated"]!["exitCode"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_crash_leaves_its_last_words_and_warnings()
    {
        await using var test = await TestWorld.StartAsync();

        test.World.BreakRollout("shop", "checkout");
        test.Pass(TimeSpan.FromSeconds(12));

        var pod = (await CrashingPodAsync(test))["metadata"]!;
        (await test.GetAsync($"/api/v1/namespaces/shop/pods/{pod["name"]}/log?previous=true&tailLines=2")).Text.ShouldContain("level=fatal");
        var events = await test.GetAsync($"/api/v1/namespaces/shop/events?fieldSelector=involvedObject.uid%3D{pod["uid"]},reason=BackOff");
        ((int)events.Items.Single()!["count"]!).ShouldBeGreaterThan(1);
        events.Items.Single()!["type"]!.ToString().ShouldBe("Warning");
    }

    [Fact]
    public async Task A_rollback_heals_and_numbers_the_old_revision_anew()
    {
        await using var test = await TestWorld.StartAsync();
        var good = (await test.GetAsync(TestWorld.Checkout)).Json["spec"]!["template"]!.ToJsonString();
        test.World.BreakRollout("shop", "checkout");
        test.Pass(TimeSpan.FromSeconds(5));

        var answer = await test.JsonPatchAsync(TestWorld.Checkout, $$"""[{"op":"replace","path":"/spec/template","value":{{good}}}]""");
        answer.Code.ShouldBe(200);
        test.PassUntil(() => test.Checkup().Healthy);

        test.Checkup().Revision.ShouldBe(4);
        var sets = (await test.GetAsync("/apis/apps/v1/namespaces/shop/replicasets?labelSelector=app%3Dcheckout")).Items;
        sets.Select(set => set!["metadata"]!["annotations"]!["deployment.kubernetes.io/revision-history"]?.ToString()).ShouldContain("2");
    }

    [Fact]
    public async Task A_stuck_rollout_exceeds_its_deadline()
    {
        await using var test = await TestWorld.StartAsync();
        await test.MergeAsync(TestWorld.Checkout, """{"spec":{"progressDeadlineSeconds":30}}""");

        test.World.BreakRollout("shop", "checkout");
        test.Pass(TimeSpan.FromSeconds(60));

        var conditions = (await test.GetAsync(TestWorld.Checkout)).Json["status"]!["conditions"]!.AsArray();
        conditions.Select(condition => condition!["reason"]!.ToString()).ShouldContain("ProgressDeadlineExceeded");
    }

    [Fact]
    public async Task When_the_fix_does_not_help_no_revision_is_healthy_until_healed()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.FixDoesNotHelp("shop", "checkout");
        test.Pass(TimeSpan.FromSeconds(3));

        await test.StrategicAsync(TestWorld.Checkout, """{"spec":{"template":{"spec":{"containers":[{"name":"app","image":"registry.local/shop/checkout:1.0.0"}]}}}}""");
        test.Pass(TimeSpan.FromSeconds(30));
        test.Checkup().Ready.ShouldBe(0);

        test.World.Heal("shop", "checkout");
        test.PassUntil(() => test.Checkup().Healthy);
    }

    private static async Task<JsonNode> CrashingPodAsync(TestWorld test)
    {
        var pods = (await test.GetAsync("/api/v1/namespaces/shop/pods?labelSelector=app%3Dcheckout")).Items;
        return pods.Single(pod => (int)pod!["status"]!["containerStatuses"]![0]!["restartCount"]! > 0)!;
    }
}

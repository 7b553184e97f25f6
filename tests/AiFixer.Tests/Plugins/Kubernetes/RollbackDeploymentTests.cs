using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class RollbackDeploymentTests
{
    private const string Plugin = "k8s.rollback_deployment";
    private static readonly object Checkout = new { @namespace = "shop", deployment = "checkout" };

    [Fact]
    public async Task A_rollback_of_a_crash_looping_release_restores_the_one_before()
    {
        await using var test = await BrokenAsync();
        var plan = await test.PlanAsync(Plugin, Checkout);
        (await test.ObserveAsync(Plugin, Checkout, plan)).ShouldSatisfyAllConditions(
            seen => seen.Applied.ShouldBe(ExecuteOutcome.NotDone),
            seen => seen.Health.ShouldBe(TargetHealth.Unhealthy),
            seen => seen.Details.ShouldContain("CrashLoopBackOff"));

        (await test.ExecuteAsync(Plugin, Checkout, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        (await test.ObserveAsync(Plugin, Checkout, plan)).Applied.ShouldBe(ExecuteOutcome.Done);
        test.Pass(20);

        (await test.ObserveAsync(Plugin, Checkout, plan)).Health.ShouldBe(TargetHealth.Healthy);
        test.World.Health("shop", "checkout")!.Image.ShouldBe("registry.local/shop/checkout:1.1.0");
    }

    [Fact]
    public async Task The_plan_shows_what_changes_and_how_to_take_it_back()
    {
        await using var test = await BrokenAsync();

        var plan = await test.PlanAsync(Plugin, Checkout);

        plan.Target.ToString().ShouldBe("deployment shop/checkout");
        plan.Target.Uid.ShouldBe(test.World.Health("shop", "checkout")!.Uid);
        plan.Call.ShouldStartWith("PATCH /apis/apps/v1/namespaces/shop/deployments/checkout?fieldManager=aifixer\nContent-Type: application/json-patch+json\n\n[");
        plan.Diff.ShouldContain("-    - image: registry.local/shop/checkout:1.2.0\n");
        plan.Diff.ShouldContain("+    - image: registry.local/shop/checkout:1.1.0\n");
        plan.Undo.ShouldBe(new(Plugin, """{"connection":"default","deployment":"checkout","namespace":"shop","revision":3}"""));
    }

    [Fact]
    public async Task A_preview_changes_nothing()
    {
        await using var test = await BrokenAsync();
        var before = test.World.Health("shop", "checkout")!.Generation;

        await test.PlanAsync(Plugin, Checkout);

        test.Changes.ShouldBeEmpty();
        test.World.Record.ShouldHaveSingleItem().DryRun.ShouldBeTrue();
        test.World.Health("shop", "checkout")!.Generation.ShouldBe(before);
    }

    [Fact]
    public async Task What_is_sent_is_the_plan_to_the_byte_and_names_the_action()
    {
        await using var test = await BrokenAsync();
        var plan = await test.PlanAsync(Plugin, Checkout);

        await test.ExecuteAsync(Plugin, Checkout, plan);

        var sent = test.Changes.ShouldHaveSingleItem();
        sent.Body.ShouldBe(JsonSerializer.Deserialize<JsonElement>(plan.Payload).GetProperty("body").GetString());
        sent.ActionId.ShouldBe("INC-1-A1");
        sent.UserAgent.ShouldStartWith("aifixer/");
    }

    [Fact]
    public async Task A_second_sending_is_refused_by_the_cluster()
    {
        await using var test = await BrokenAsync();
        var plan = await test.PlanAsync(Plugin, Checkout);
        await test.ExecuteAsync(Plugin, Checkout, plan);

        var second = await test.ExecuteAsync(Plugin, Checkout, plan);

        (second.Outcome, second.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        test.Changes.Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_template_makes_the_plan_stale()
    {
        await using var test = await BrokenAsync();
        var plan = await test.PlanAsync(Plugin, Checkout);
        test.World.BreakRollout("shop", "checkout").ShouldBeTrue();
        test.Pass(1);

        (await test.PlanAsync(Plugin, Checkout)).FieldsHash.ShouldNotBe(plan.FieldsHash);
        var result = await test.ExecuteAsync(Plugin, Checkout, plan);

        (result.Outcome, result.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        (await test.ObserveAsync(Plugin, Checkout, plan)).Applied.ShouldBe(ExecuteOutcome.Unknown);
    }

    [Fact]
    public async Task A_changed_status_or_number_of_replicas_does_not_disturb_the_plan()
    {
        await using var test = await BrokenAsync();
        var plan = await test.PlanAsync(Plugin, Checkout);
        var scale = new { @namespace = "shop", deployment = "checkout", replicas = 5 };
        await test.ExecuteAsync("k8s.scale_deployment", scale, await test.PlanAsync("k8s.scale_deployment", scale));
        test.Pass(10);

        (await test.PlanAsync(Plugin, Checkout)).FieldsHash.ShouldBe(plan.FieldsHash);
        (await test.ExecuteAsync(Plugin, Checkout, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
    }

    [Fact]
    public async Task After_a_dropped_answer_only_looking_tells()
    {
        await using var test = await BrokenAsync();
        var plan = await test.PlanAsync(Plugin, Checkout);
        test.World.DropNextAnswers();

        (await test.ExecuteAsync(Plugin, Checkout, plan)).Outcome.ShouldBe(ExecuteOutcome.Unknown);

        (await test.ObserveAsync(Plugin, Checkout, plan)).Applied.ShouldBe(ExecuteOutcome.Done);
        test.Changes.Count().ShouldBe(1);
    }

    [Fact]
    public async Task After_a_dropped_request_looking_tells_that_nothing_happened()
    {
        await using var test = await BrokenAsync();
        var plan = await test.PlanAsync(Plugin, Checkout);
        test.World.DropNextRequests();

        (await test.ExecuteAsync(Plugin, Checkout, plan)).Outcome.ShouldBe(ExecuteOutcome.Unknown);

        (await test.ObserveAsync(Plugin, Checkout, plan)).Applied.ShouldBe(ExecuteOutcome.NotDone);
    }

    [Fact]
    public async Task The_undo_brings_the_release_back()
    {
        await using var test = await BrokenAsync();
        var plan = await test.PlanAsync(Plugin, Checkout);
        await test.ExecuteAsync(Plugin, Checkout, plan);
        test.Pass(5);

        var undo = await test.PlanAsync(plan.Undo!.Plugin, plan.Undo.Arguments);
        (await test.ExecuteAsync(plan.Undo.Plugin, plan.Undo.Arguments, undo)).Outcome.ShouldBe(ExecuteOutcome.Done);

        test.World.Health("shop", "checkout")!.Image.ShouldBe("registry.local/shop/checkout:1.2.0");
    }

    [Fact]
    public async Task A_revision_may_be_named()
    {
        await using var test = await BrokenAsync();
        var first = new { @namespace = "shop", deployment = "checkout", revision = 1 };

        await test.ExecuteAsync(Plugin, first, await test.PlanAsync(Plugin, first));

        test.World.Health("shop", "checkout")!.Image.ShouldBe("registry.local/shop/checkout:1.0.0");
    }

    [Theory]
    [InlineData(3, "checkout is at revision 3 already: its template is the same")]
    [InlineData(99, "checkout has no revision 99 in its history")]
    public async Task What_cannot_be_rolled_back_to_is_said(int revision, string error)
    {
        await using var test = await BrokenAsync();

        (await test.PreviewAsync(Plugin, new { @namespace = "shop", deployment = "checkout", revision })).Error.ShouldBe(error);
    }

    [Fact]
    public async Task A_plan_for_one_deployment_is_not_sent_for_another()
    {
        await using var test = await BrokenAsync();
        var plan = await test.PlanAsync(Plugin, Checkout);

        var result = await test.ExecuteAsync(Plugin, Checkout, plan with { Target = plan.Target with { Name = "catalog" } });

        result.Outcome.ShouldBe(ExecuteOutcome.NotDone);
        test.Changes.ShouldBeEmpty();
    }

    private static async Task<KubeWorld> BrokenAsync()
    {
        var test = await KubeWorld.StartAsync();
        test.World.BreakRollout("shop", "checkout").ShouldBeTrue();
        test.Pass(12);
        return test;
    }
}

using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class ScaleDeploymentTests
{
    private const string Plugin = "k8s.scale_deployment";

    [Fact]
    public async Task A_scale_is_measured_and_can_be_taken_back()
    {
        await using var test = await KubeWorld.StartAsync();

        var plan = await test.PlanAsync(Plugin, To(7));

        plan.Magnitude.ShouldBe(5);
        plan.Diff.ShouldBe("--- deployment shop/catalog (now)\n+++ deployment shop/catalog (after)\n-replicas: 2\n+replicas: 7\n");
        plan.Undo.ShouldBe(new(Plugin, """{"connection":"default","deployment":"catalog","namespace":"shop","replicas":2}"""));
    }

    [Fact]
    public async Task More_pods_are_ready_after_a_while()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Plugin, To(4));

        (await test.ExecuteAsync(Plugin, To(4), plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        test.Pass(5);

        (await test.ObserveAsync(Plugin, To(4), plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Healthy, "catalog: all 4 pods are ready"));
    }

    [Fact]
    public async Task A_deployment_comes_back_from_zero()
    {
        await using var test = await KubeWorld.StartAsync();
        await test.ExecuteAsync(Plugin, To(0), await test.PlanAsync(Plugin, To(0)));
        test.Pass(5);
        var plan = await test.PlanAsync(Plugin, To(3));
        (await test.ObserveAsync(Plugin, To(3), plan)).Applied.ShouldBe(ExecuteOutcome.NotDone);

        (await test.ExecuteAsync(Plugin, To(3), plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        test.Pass(5);

        plan.Payload.ShouldContain("application/merge-patch");
        (await test.ObserveAsync(Plugin, To(3), plan)).ShouldSatisfyAllConditions(
            seen => seen.Applied.ShouldBe(ExecuteOutcome.Done), seen => seen.Health.ShouldBe(TargetHealth.Healthy));
    }

    [Fact]
    public async Task A_number_that_moved_meanwhile_makes_the_plan_stale()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Plugin, To(5));
        await test.ExecuteAsync(Plugin, To(3), await test.PlanAsync(Plugin, To(3)));

        (await test.PlanAsync(Plugin, To(5))).FieldsHash.ShouldNotBe(plan.FieldsHash);
        var result = await test.ExecuteAsync(Plugin, To(5), plan);

        (result.Outcome, result.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        (await test.ObserveAsync(Plugin, To(5), plan)).Applied.ShouldBe(ExecuteOutcome.Unknown);
    }

    [Fact]
    public async Task The_present_number_needs_no_scaling()
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync(Plugin, To(2))).Error.ShouldBe("catalog has 2 replicas already");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_number_out_of_bounds_is_refused_before_anything_is_asked(int replicas)
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.SetOutage(AiFixer.Playground.Faults.ApiOutage.Unavailable);

        (await test.PreviewAsync(Plugin, To(replicas))).Error!.ShouldContain("$.replicas");
    }

    private static object To(int replicas) => new { @namespace = "shop", deployment = "catalog", replicas };
}

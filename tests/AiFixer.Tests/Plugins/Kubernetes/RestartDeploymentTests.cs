using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class RestartDeploymentTests
{
    private const string Plugin = "k8s.restart_deployment";
    private static readonly object Catalog = new { @namespace = "shop", deployment = "catalog" };

    [Fact]
    public async Task Sending_a_restart_twice_is_one_restart()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Plugin, Catalog);

        (await test.ExecuteAsync(Plugin, Catalog, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        test.Pass(3);
        (await test.ExecuteAsync(Plugin, Catalog, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);

        test.Changes.Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_restart_is_progressing_until_every_pod_is_new_and_ready()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Plugin, Catalog);
        (await test.ObserveAsync(Plugin, Catalog, plan)).Applied.ShouldBe(ExecuteOutcome.NotDone);

        await test.ExecuteAsync(Plugin, Catalog, plan);
        test.Pass(0.3);
        (await test.ObserveAsync(Plugin, Catalog, plan)).ShouldSatisfyAllConditions(
            seen => seen.Applied.ShouldBe(ExecuteOutcome.Done), seen => seen.Health.ShouldBe(TargetHealth.Progressing));
        test.Pass(20);

        (await test.ObserveAsync(Plugin, Catalog, plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Healthy, "catalog: all 2 pods are ready"));
    }

    [Fact]
    public async Task The_time_of_the_restart_is_fixed_in_the_plan()
    {
        await using var test = await KubeWorld.StartAsync();

        var plan = await test.PlanAsync(Plugin, Catalog);
        test.Pass(30);

        (await test.PlanAsync(Plugin, Catalog)).FieldsHash.ShouldBe(plan.FieldsHash);
        plan.Payload.ShouldContain("2026-03-01T12:00:00Z");
        plan.Diff.ShouldContain("+    kubectl.kubernetes.io/restartedAt: \"2026-03-01T12:00:00Z\"\n");
    }

    [Fact]
    public async Task A_deployment_made_anew_under_the_same_name_is_not_restarted()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Plugin, Catalog);
        using var http = new HttpClient();
        await http.DeleteAsync(new Uri(test.World.Url, "/apis/apps/v1/namespaces/shop/deployments/catalog"), KubeWorld.Stop);
        test.World.AddDeployment("shop", "catalog");

        var result = await test.ExecuteAsync(Plugin, Catalog, plan);

        (result.Outcome, result.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        (await test.ObserveAsync(Plugin, Catalog, plan)).ShouldSatisfyAllConditions(
            seen => seen.Applied.ShouldBe(ExecuteOutcome.Unknown), seen => seen.Details.ShouldContain("made anew"));
    }

    [Fact]
    public async Task A_restart_does_not_help_a_broken_dependency()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.FixDoesNotHelp("shop", "catalog").ShouldBeTrue();
        test.Pass(5);
        var plan = await test.PlanAsync(Plugin, Catalog);

        await test.ExecuteAsync(Plugin, Catalog, plan);
        test.Pass(15);

        (await test.ObserveAsync(Plugin, Catalog, plan)).Health.ShouldBe(TargetHealth.Unhealthy);
    }
}

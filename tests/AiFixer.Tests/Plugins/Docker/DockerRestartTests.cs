using AiFixer.Plugins;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Docker;

public sealed class DockerRestartTests
{
    private static readonly object Web = new { container = "web" };

    [Fact]
    public async Task A_container_is_started_anew_and_becomes_healthy()
    {
        await using var test = await DockerTestHost.StartAsync();
        var web = test.World.Add("web", health: "unhealthy");
        var plan = await test.PlanAsync(Web);
        var before = await test.ObserveAsync(Web, plan);

        var result = await test.ExecuteAsync(Web, plan);

        plan.Target.ShouldBe(new("default", "container", "", "web", web.Id));
        plan.Call.ShouldBe($"POST /containers/{web.Id}/restart?t=10");
        plan.Diff.ShouldStartWith("-web: running (unhealthy), image shop:1.0, restarted 0 times, since ");
        plan.Diff.ShouldNotContain("hunter2");
        before.ShouldBe(new(ExecuteOutcome.NotDone, TargetHealth.Unhealthy, "web runs, and its health check fails; not started anew"));
        result.ShouldBe(new(ExecuteOutcome.Done, "web: restarted"));
        (await test.ObserveAsync(Web, plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Healthy, "web runs"));
    }

    [Fact]
    public async Task All_containers_of_a_compose_service_are_restarted()
    {
        await using var test = await DockerTestHost.StartAsync();
        test.World.Add("shop-web-1", "shop", "web");
        test.World.Add("shop-web-2", "shop", "web");
        test.World.Add("shop-web-run-1", "shop", "web", oneOff: true);
        test.World.Add("blog-web-1", "blog", "web");
        test.World.Add("shop-db-1", "shop", "db");
        var arguments = new { container = "web", compose = true, project = "shop" };
        var plan = await test.PlanAsync(arguments);

        var result = await test.ExecuteAsync(arguments, plan);

        plan.Target.ToString().ShouldBe("compose-service shop/web");
        result.Outcome.ShouldBe(ExecuteOutcome.Done);
        test.World.Changes.ShouldBe(4);
        (await test.ObserveAsync(arguments, plan)).ShouldSatisfyAllConditions(
            seen => seen.Applied.ShouldBe(ExecuteOutcome.Done), seen => seen.Health.ShouldBe(TargetHealth.Healthy));
        (await test.PreviewAsync(new { container = "web", compose = true })).Error!.ShouldStartWith("name the project: ");
        (await test.PreviewAsync(new { container = "none", compose = true })).Error.ShouldBe("there is no compose service 'none'");
    }

    [Fact]
    public async Task A_container_that_was_started_meanwhile_makes_the_plan_stale()
    {
        await using var test = await DockerTestHost.StartAsync();
        var web = test.World.Add("web");
        var plan = await test.PlanAsync(Web);

        test.World.Restart(web);

        (await test.PlanAsync(Web)).FieldsHash.ShouldNotBe(plan.FieldsHash);
    }

    [Fact]
    public async Task A_container_made_anew_under_the_name_is_not_hit()
    {
        await using var test = await DockerTestHost.StartAsync();
        var web = test.World.Add("web");
        var plan = await test.PlanAsync(Web);
        test.World.Remove(web);
        test.World.Add("web");

        var result = await test.ExecuteAsync(Web, plan);

        (result.Outcome, result.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        test.World.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task An_engine_that_never_answers_leaves_the_outcome_open()
    {
        await using var test = await DockerTestHost.StartAsync(o =>
        {
            o.Docker["default"].RequestTimeout = TimeSpan.FromSeconds(3);
            o.Docker["default"].StopTimeout = TimeSpan.FromMilliseconds(100);
            o.Circuit.OpenFor = TimeSpan.FromMilliseconds(1);
        });
        test.World.Add("web");
        var plan = await test.PlanAsync(Web);
        test.World.Hangs = true;

        var result = await test.ExecuteAsync(Web, plan);
        await Eventually.TrueAsync(
            async () => (await test.ObserveAsync(Web, plan)).Health != TargetHealth.Unknown, "it is asked again", cancellation: DockerTestHost.Stop);

        result.Outcome.ShouldBe(ExecuteOutcome.Unknown);
        (await test.ObserveAsync(Web, plan)).ShouldBe(new(ExecuteOutcome.Unknown, TargetHealth.Healthy, "web runs; not started anew"));
    }

    [Fact]
    public async Task A_container_that_does_not_come_up_is_not_called_done()
    {
        await using var test = await DockerTestHost.StartAsync();
        test.World.Add("web");
        var plan = await test.PlanAsync(Web);
        test.World.StartFailure = "Cannot restart container web: driver failed";

        var result = await test.ExecuteAsync(Web, plan);

        result.Outcome.ShouldBe(ExecuteOutcome.Unknown);
        result.Message.ShouldContain("driver failed");
        (await test.ObserveAsync(Web, plan)).ShouldBe(
            new(ExecuteOutcome.Unknown, TargetHealth.Unhealthy, "web does not run: exit code 143; not started anew"));
    }

    [Fact]
    public async Task Its_plan_tells_the_labels_of_all_its_containers()
    {
        await using var test = await DockerTestHost.StartAsync();
        test.World.Add("plain");
        test.World.Add("shop-web-1", "shop", "web");

        (await test.PlanAsync(new { container = "plain" })).Labels.ShouldNotBeNull();
        (await test.PlanAsync(new { container = "web", compose = true })).Labels!.Split('\n').ShouldContain("com.docker.compose.project=shop");
    }

    [Fact]
    public async Task The_beginning_of_an_id_is_no_name()
    {
        await using var test = await DockerTestHost.StartAsync();
        var id = test.World.Add("web").Id;

        (await test.PreviewAsync(new { container = id[..4] })).Error.ShouldNotBeNull().ShouldContain($"there is no container '{id[..4]}'");
        (await test.PreviewAsync(new { container = id })).Plan.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_cannot_leave_is_not_sent()
    {
        await using var test = await DockerTestHost.StartAsync();
        test.World.Add("web");
        var plan = await test.PlanAsync(Web);
        var asked = 0;

        (await test.ExecuteAsync(Web, plan, () => asked++ == 0)).NotSent.ShouldBeTrue();
        await test.Engine.DisposeAsync();
        (await test.ExecuteAsync(Web, plan)).NotSent.ShouldBeTrue();

        test.World.Changes.ShouldBe(0);
    }

    [Theory]
    [InlineData("-f")]
    [InlineData("../web")]
    [InlineData("web;id")]
    [InlineData("$(x)")]
    [InlineData("web/json?x")]
    [InlineData("--help=1")]
    [InlineData("wеb")]
    [InlineData("web\n")]
    [InlineData("")]
    public async Task A_name_of_another_kind_is_refused_before_anything_is_asked(string container)
    {
        await using var test = await DockerTestHost.StartAsync();
        test.World.Hangs = true;

        (await test.PreviewAsync(new { container })).Error!.ShouldContain("$.container");
    }
}

using AiFixer.Playground.Faults;
using AiFixer.Plugins;
using AiFixer.Plugins.Connections;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class UnreachableClusterTests
{
    private const string Restart = "k8s.restart_deployment";
    private static readonly object Shop = new { @namespace = "shop" };
    private static readonly object Catalog = new { @namespace = "shop", deployment = "catalog" };

    [Fact]
    public async Task What_is_not_there_is_said_with_its_name()
    {
        await using var test = await KubeWorld.StartAsync();

        var result = await test.RunAsync("k8s.rollout_history", new { @namespace = "shop", deployment = "nothing" });

        result.Error.ShouldBe("not found in cluster 'default' (404): deployments.apps \"nothing\" not found");
        result.Retryable.ShouldBeFalse();
    }

    [Fact]
    public async Task Trouble_of_the_cluster_is_worth_asking_again()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.SetOutage(ApiOutage.Unavailable);

        var result = await test.RunAsync("k8s.list_pods", Shop);

        result.Error!.ShouldStartWith("cluster 'default' has trouble of its own (503): the server is currently unable");
        result.Retryable.ShouldBeTrue();
    }

    [Fact]
    public async Task Refused_credentials_are_named_as_such()
    {
        await using var test = await KubeWorld.StartAsync("right", o => o.Kubernetes["default"].Token = "wrong");

        (await test.RunAsync("k8s.list_pods", Shop)).Error.ShouldBe("cluster 'default' does not accept our credentials (401): Unauthorized");
    }

    [Fact]
    public async Task An_answer_of_trouble_leaves_an_action_unknown()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Restart, Catalog);
        test.World.SetOutage(ApiOutage.Unavailable);

        (await test.ExecuteAsync(Restart, Catalog, plan)).Outcome.ShouldBe(ExecuteOutcome.Unknown);
        (await test.ObserveAsync(Restart, Catalog, plan)).Applied.ShouldBe(ExecuteOutcome.Unknown);
    }

    [Fact]
    public async Task An_action_that_found_no_server_never_left()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Restart, Catalog);
        await test.StopWorldAsync();

        var result = await test.ExecuteAsync(Restart, Catalog, plan);

        (result.Outcome, result.Stale, result.NotSent).ShouldBe((ExecuteOutcome.NotDone, false, true));
        result.Message.ShouldContain("could not be reached");
    }

    [Fact]
    public async Task A_silent_cluster_costs_one_timeout_and_is_asked_again_later()
    {
        await using var test = await KubeWorld.StartAsync(configure: o => o.Host.ReadRetries = 0);
        test.World.SetDelay(TimeSpan.FromHours(1));
        var asking = test.RunAsync("k8s.list_pods", Shop);
        await AdvanceUntilAsync(test, asking);
        (await asking).Error.ShouldBe("cluster 'default' did not answer within 10 s");
        test.World.ClearApiFaults();

        (await test.RunAsync("k8s.list_pods", Shop)).Error!.ShouldContain("is taken for dead until");
        test.Plugins.Connections.All.Where(c => c.Family == "kubernetes").ShouldHaveSingleItem().State.ShouldBe(CircuitState.Open);
        test.Pass(5);

        (await test.RunAsync("k8s.list_pods", Shop)).Success.ShouldBeTrue();
        test.Plugins.Connections.All.Where(c => c.Family == "kubernetes").ShouldHaveSingleItem().State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task An_action_is_not_sent_to_a_cluster_that_is_taken_for_dead()
    {
        await using var test = await KubeWorld.StartAsync(configure: o => o.Host.ReadRetries = 0);
        var plan = await test.PlanAsync(Restart, Catalog);
        test.World.SetDelay(TimeSpan.FromHours(1));
        var asking = test.RunAsync("k8s.list_pods", Shop);
        await AdvanceUntilAsync(test, asking);
        test.World.ClearApiFaults();

        (await test.ExecuteAsync(Restart, Catalog, plan)).NotSent.ShouldBeTrue();

        test.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_action_that_may_not_leave_any_more_when_the_connection_is_there_is_not_sent()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Restart, Catalog);
        var looks = 0;

        (await test.ExecuteAsync(Restart, Catalog, plan, () => ++looks <= 2)).NotSent.ShouldBeTrue();

        looks.ShouldBe(3);
        test.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_action_that_may_not_leave_any_more_when_it_has_its_place_at_the_cluster_is_not_sent()
    {
        await using var test = await KubeWorld.StartAsync();
        var plan = await test.PlanAsync(Restart, Catalog);
        var looks = 0;

        (await test.ExecuteAsync(Restart, Catalog, plan, () => ++looks == 1)).NotSent.ShouldBeTrue();

        test.Changes.ShouldBeEmpty();
        looks.ShouldBe(2);
        test.Plugins.Connections.All.Where(c => c.Family == "kubernetes").ShouldHaveSingleItem().State.ShouldBe(CircuitState.Closed);
    }

    private static Task AdvanceUntilAsync(KubeWorld test, Task done) => AiFixer.TestSupport.Eventually.TrueAsync(
        () =>
        {
            test.Time.Advance(TimeSpan.FromSeconds(1));
            return done.IsCompleted;
        },
        "the request has timed out",
        cancellation: KubeWorld.Stop);
}

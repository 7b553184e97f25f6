using AiFixer.Plugins;
using Npgsql;

namespace AiFixer.Tests.Plugins.Databases;

[Collection(nameof(DatabaseTests))]
public sealed class KillDeadlockTests(DatabaseServer fixture)
{
    private const string Plugin = "db.kill_deadlock";
    private const string Orders = "CREATE TABLE orders (id int PRIMARY KEY, state text); INSERT INTO orders VALUES (1, 'a'), (2, 'b'), (3, 'c')";

    [Fact]
    public async Task The_youngest_of_a_cycle_ends_and_the_other_goes_on()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Orders);
        var (first, second) = await Deadlock.MakeAsync(world);
        await world.UntilAsync("SELECT count(*) FROM pg_locks WHERE NOT granted AND waitstart < clock_timestamp() - interval '50 ms'");
        var plan = await world.PlanAsync(Plugin);
        (await world.ObserveAsync(Plugin, null, plan)).ShouldSatisfyAllConditions(
            seen => seen.Applied.ShouldBe(ExecuteOutcome.NotDone), seen => seen.Health.ShouldBe(TargetHealth.Unhealthy));

        var result = await world.ExecuteAsync(Plugin, null, plan);

        plan.Target.Name.ShouldBe($"pid-{second.Session.ProcessID}");
        plan.BlastRadius.ShouldContain("wait for each other; it is the youngest");
        result.ShouldBe(new(ExecuteOutcome.Done, $"pid {second.Session.ProcessID} was cancelled"));
        await first.Statement;
        (await Should.ThrowAsync<PostgresException>(second.Statement)).SqlState.ShouldBe("57014");
        (await world.ObserveAsync(Plugin, null, plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Healthy, "nobody waits for a lock for long"));
    }

    [Fact]
    public async Task The_one_that_holds_up_most_ends_though_it_runs_nothing()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Orders);
        var root = await world.OpenAsync("forgotten");
        await root.DoAsync("BEGIN; UPDATE orders SET state = 'x'");
        var waiting = await world.StartWaitingAsync(await world.OpenAsync("shop"), "UPDATE orders SET state = 'y' WHERE id = 1");
        await world.UntilAsync("SELECT count(*) FROM pg_locks WHERE NOT granted AND waitstart < clock_timestamp() - interval '50 ms'");

        var plan = await world.PlanAsync(Plugin);
        var result = await world.ExecuteAsync(Plugin, null, plan);

        plan.Call.ShouldBe($"SELECT pg_terminate_backend({root.ProcessID})");
        result.Message.ShouldBe($"pid {root.ProcessID} was terminated");
        await waiting;
        (await world.ObserveAsync(Plugin, null, plan)).Health.ShouldBe(TargetHealth.Healthy);
    }

    [Fact]
    public async Task A_transaction_that_went_on_is_not_the_one_that_was_approved()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Orders);
        var root = await world.OpenAsync("shop");
        await root.DoAsync("BEGIN; UPDATE orders SET state = 'x'");
        var waiting = await world.StartWaitingAsync(await world.OpenAsync("other"), "UPDATE orders SET state = 'y' WHERE id = 1");
        var arguments = new { pid = root.ProcessID };
        var plan = await world.PlanAsync(Plugin, arguments);
        await root.DoAsync("COMMIT; BEGIN; SELECT 1");
        await waiting;

        var result = await world.ExecuteAsync(Plugin, arguments, plan);

        (result.Outcome, result.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        (await root.AskAsync<int>("SELECT 1")).ShouldBe(1);
        (await world.PreviewAsync(Plugin, arguments)).Error.ShouldBe($"nobody waits for pid {root.ProcessID}");
    }

    [Fact]
    public async Task A_prepared_transaction_is_left_to_people()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Orders);
        var root = await world.OpenAsync("shop");
        await root.DoAsync("BEGIN; UPDATE orders SET state = 'x'; PREPARE TRANSACTION 'lost'");
        await world.StartWaitingAsync(await world.OpenAsync("other"), "UPDATE orders SET state = 'y' WHERE id = 1");
        await world.UntilAsync("SELECT count(*) FROM pg_locks WHERE NOT granted AND waitstart < clock_timestamp() - interval '50 ms'");

        var preview = await world.PreviewAsync(Plugin);
        await root.DoAsync("ROLLBACK PREPARED 'lost'");

        preview.Error!.ShouldStartWith("a prepared transaction holds them up");
    }

    [Fact]
    public async Task Short_waits_are_no_trouble()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Orders, o => o.Postgres["default"].LongWait = TimeSpan.FromMinutes(5));
        await Deadlock.MakeAsync(world);

        (await world.PreviewAsync(Plugin)).Error.ShouldBe("nobody has waited for a lock for 300 s or longer");
    }

    [Fact]
    public async Task What_may_not_leave_any_more_does_not()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Orders);
        var (_, second) = await Deadlock.MakeAsync(world);
        var arguments = new { pid = second.Session.ProcessID };
        var plan = await world.PlanAsync(Plugin, arguments);
        var asked = 0;

        var result = await world.ExecuteAsync(Plugin, arguments, plan, () => asked++ == 0);

        (result.Outcome, result.NotSent).ShouldBe((ExecuteOutcome.NotDone, true));
        second.Statement.IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"pid":"1; DROP TABLE orders"}""", "$.pid")]
    [InlineData("""{"pid":0}""", "$.pid")]
    [InlineData("""{"dsn":"host=evil"}""", "$.dsn")]
    [InlineData("""{"connection":"host=evil"}""", "$.connection")]
    public async Task Arguments_of_another_kind_are_refused(string arguments, string where)
    {
        await using var world = DbWorld.Over("postgresql://nobody@127.0.0.1:1/none");

        (await world.PreviewAsync(Plugin, arguments)).Error!.ShouldContain(where);
    }
}

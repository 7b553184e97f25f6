using AiFixer.Plugins;
using Npgsql;

namespace AiFixer.Tests.Plugins.Databases;

[Collection(nameof(DatabaseTests))]
public sealed class TerminateQueryTests(DatabaseServer fixture)
{
    private const string Plugin = "db.terminate_query";

    [Fact]
    public async Task A_slow_statement_is_found_and_cancelled_and_its_session_lives_on()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        var slow = await world.OpenAsync("report");
        var statement = await world.StartAsync(slow, "SELECT pg_sleep(600), 'secret'", "wait_event = 'PgSleep'");

        var query = (await world.AskAsync("db.slow_queries", new { min_duration_seconds = 0 })).GetProperty("queries").EnumerateArray()
            .Single(q => q.GetProperty("session").GetProperty("application").GetString() == "report");
        var arguments = new { pid = query.GetProperty("session").GetProperty("pid").GetInt32() };
        var plan = await world.PlanAsync(Plugin, arguments);
        var before = await world.ObserveAsync(Plugin, arguments, plan);
        var result = await world.ExecuteAsync(Plugin, arguments, plan);

        query.GetProperty("session").GetProperty("statement").GetString().ShouldBe("SELECT pg_sleep(?), ?");
        plan.Call.ShouldBe($"SELECT pg_cancel_backend({slow.ProcessID}), then pg_terminate_backend({slow.ProcessID}) if it goes on");
        (before.Applied, before.Health).ShouldBe((ExecuteOutcome.NotDone, TargetHealth.Unhealthy));
        result.ShouldBe(new(ExecuteOutcome.Done, $"pid {slow.ProcessID} was cancelled"));
        (await Should.ThrowAsync<PostgresException>(statement)).SqlState.ShouldBe("57014");
        (await slow.AskAsync<int>("SELECT 1")).ShouldBe(1);
        (await world.ObserveAsync(Plugin, arguments, plan)).Applied.ShouldBe(ExecuteOutcome.Done);
    }

    [Fact]
    public async Task A_statement_that_does_not_listen_loses_its_connection()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, """
            CREATE FUNCTION deaf() RETURNS void LANGUAGE plpgsql AS $$
            BEGIN LOOP BEGIN PERFORM pg_sleep(600); EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END $$
            """, options => options.Postgres["default"].CancelGrace = TimeSpan.FromSeconds(3));
        var slow = await world.OpenAsync("report");
        var statement = await world.StartAsync(slow, "SELECT deaf()", "wait_event = 'PgSleep'");
        var arguments = new { pid = slow.ProcessID };

        var result = await world.ExecuteAsync(Plugin, arguments, await world.PlanAsync(Plugin, arguments));

        result.ShouldBe(new(ExecuteOutcome.Done, $"pid {arguments.pid} was terminated"));
        (await Should.ThrowAsync<PostgresException>(statement)).SqlState.ShouldBe("57P01");
    }

    [Fact]
    public async Task A_transaction_that_failed_after_a_savepoint_still_holds_its_locks_and_can_be_ended()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, "CREATE TABLE orders (id int)");
        var session = await world.OpenAsync("basket");
        await session.DoAsync("BEGIN; LOCK TABLE orders; SAVEPOINT s");
        await Should.ThrowAsync<PostgresException>(() => session.DoAsync("SELECT 1 / 0"));
        await world.UntilAsync($"SELECT count(*) FROM pg_stat_activity WHERE pid = {session.ProcessID} AND state = 'idle in transaction (aborted)'");
        var waiting = await world.OpenAsync("report");
        var wait = await world.StartWaitingAsync(waiting, "SELECT count(*) FROM orders");
        var arguments = new { pid = session.ProcessID };

        var plan = await world.PlanAsync(Plugin, arguments);
        (await world.ObserveAsync(Plugin, arguments, plan)).Applied.ShouldBe(ExecuteOutcome.NotDone);

        (await world.ExecuteAsync(Plugin, arguments, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        await wait;
        (await world.ObserveAsync(Plugin, arguments, plan)).Applied.ShouldBe(ExecuteOutcome.Done);
    }

    [Fact]
    public async Task A_transaction_that_failed_altogether_holds_nothing_and_is_left_alone()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        var session = await world.OpenAsync("basket");
        await session.DoAsync("BEGIN");
        await Should.ThrowAsync<PostgresException>(() => session.DoAsync("SELECT 1 / 0"));

        (await world.PreviewAsync(Plugin, new { pid = session.ProcessID })).Error.ShouldBe($"pid {session.ProcessID} runs nothing: it is idle in transaction (aborted)");
    }

    [Fact]
    public async Task The_next_statement_of_the_same_session_is_not_hit()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        var session = await world.OpenAsync("report");
        var first = await world.StartAsync(session, "SELECT pg_sleep(600)", "wait_event = 'PgSleep'");
        var arguments = new { pid = session.ProcessID };
        var plan = await world.PlanAsync(Plugin, arguments);
        await (await world.OpenAsync("other")).DoAsync($"SELECT pg_cancel_backend({session.ProcessID})");
        await Should.ThrowAsync<PostgresException>(first);
        var second = await world.StartAsync(session, "SELECT pg_sleep(600)", "wait_event = 'PgSleep'");

        var result = await world.ExecuteAsync(Plugin, arguments, plan);

        (result.Outcome, result.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        (await world.PlanAsync(Plugin, arguments)).FieldsHash.ShouldNotBe(plan.FieldsHash);
        (await world.ObserveAsync(Plugin, arguments, plan)).Applied.ShouldBe(ExecuteOutcome.Done);
        second.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_clients_that_do_something_can_be_ended()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        var idle = await world.OpenAsync("shop");
        var checkpointer = await idle.AskAsync<int>("SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'");
        var own = await world.OpenAsync("aifixer");
        await own.DoAsync("BEGIN; SELECT 1");

        (await world.PreviewAsync(Plugin, new { pid = idle.ProcessID })).Error.ShouldBe($"pid {idle.ProcessID} runs nothing: it is idle");
        (await world.PreviewAsync(Plugin, new { pid = checkpointer })).Error.ShouldBe($"pid {checkpointer} is no client's: it is a checkpointer");
        (await world.PreviewAsync(Plugin, new { pid = own.ProcessID })).Error.ShouldBe($"pid {own.ProcessID} is our own");
        (await world.PreviewAsync(Plugin, new { pid = int.MaxValue })).Error.ShouldBe($"there is no session with pid {int.MaxValue}");
    }

    [Fact]
    public async Task Who_may_not_end_sessions_is_told_what_to_grant()
    {
        await using var world = await DbWorld.NewAsync(
            fixture.Server, "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'watcher') THEN CREATE ROLE watcher LOGIN IN ROLE pg_monitor; END IF; END $$");
        await using var limited = DbWorld.Over(new NpgsqlConnectionStringBuilder(world.ConnectionString) { Username = "watcher" }.ConnectionString);
        var slow = await world.OpenAsync("report");
        var statement = await world.StartAsync(slow, "SELECT pg_sleep(600)", "wait_event = 'PgSleep'");
        var arguments = new { pid = slow.ProcessID };

        var result = await limited.ExecuteAsync(Plugin, arguments, await limited.PlanAsync(Plugin, arguments));

        (result.Outcome, result.NotSent).ShouldBe((ExecuteOutcome.NotDone, false));
        result.Message.ShouldContain("pg_signal_backend");
        statement.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_plan_for_another_session_is_not_carried_out()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        var (mine, other) = (await world.OpenAsync("mine"), await world.OpenAsync("other"));
        await mine.DoAsync("BEGIN; SELECT 1");
        await other.DoAsync("BEGIN; SELECT 1");
        var plan = await world.PlanAsync(Plugin, new { pid = mine.ProcessID });
        var stranger = await world.PlanAsync(Plugin, new { pid = other.ProcessID });

        var result = await world.ExecuteAsync(Plugin, new { pid = mine.ProcessID }, plan with { Payload = stranger.Payload });

        result.Outcome.ShouldBe(ExecuteOutcome.NotDone);
        (await other.AskAsync<int>("SELECT 1")).ShouldBe(1);
    }
}

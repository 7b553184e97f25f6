using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Databases;

[Collection(nameof(DatabaseTests))]
public sealed class ReplicationTests(DatabaseServer fixture)
{
    [Fact]
    public async Task A_standby_that_falls_behind_is_seen_from_both_sides()
    {
        await using var primary = await DbWorld.NewAsync(fixture.Server, "CREATE TABLE t (id int)");
        await using var server = await PostgresServer.StartStandbyAsync(fixture.Server);
        await using var standby = DbWorld.Over(server.ConnectionString("postgres"));
        await (await primary.OpenAsync("shop")).DoAsync("INSERT INTO t VALUES (0)");
        await primary.UntilAsync("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming' AND replay_lsn = pg_current_wal_lsn()");
        var there = await standby.OpenAsync("operator");
        await there.DoAsync("SELECT pg_wal_replay_pause()");
        await (await primary.OpenAsync("shop")).DoAsync("INSERT INTO t SELECT generate_series(1, 10000)");
        await primary.UntilAsync("SELECT count(*) FROM pg_stat_replication WHERE flush_lsn = pg_current_wal_lsn()");

        var fromPrimary = await primary.AskAsync("db.replication_lag");
        var fromStandby = await standby.AskAsync("db.replication_lag");

        fromPrimary.GetProperty("role").GetString().ShouldBe("primary");
        var seen = fromPrimary.GetProperty("standbys").EnumerateArray().Single();
        seen.GetProperty("replayLagBytes").GetInt64().ShouldBeGreaterThan(500_000);
        seen.GetProperty("flushLagBytes").GetInt64().ShouldBe(0);
        fromStandby.GetProperty("role").GetString().ShouldBe("standby");
        var itself = fromStandby.GetProperty("itself");
        itself.GetProperty("replayPaused").GetBoolean().ShouldBeTrue();
        itself.GetProperty("replayLagBytes").GetInt64().ShouldBe(seen.GetProperty("replayLagBytes").GetInt64());
        itself.GetProperty("secondsBehind").GetDouble().ShouldBeGreaterThan(0);
        itself.GetProperty("receiverState").GetString().ShouldBe("streaming");
        (await standby.PreviewAsync("db.vacuum_table", new { table = "t" })).Error.ShouldBe("this is a standby: vacuum on its primary");

        await there.DoAsync("SELECT pg_wal_replay_resume()");
        await primary.UntilAsync("SELECT count(*) FROM pg_stat_replication WHERE replay_lsn = pg_current_wal_lsn()");
        (await standby.AskAsync("db.replication_lag")).GetProperty("itself").GetProperty("secondsBehind").GetDouble().ShouldBe(0);
    }

    [Fact]
    public async Task A_slot_that_nobody_reads_is_told()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        var session = await world.OpenAsync("operator");
        await session.DoAsync("SELECT pg_create_physical_replication_slot('left_behind', true)");

        var result = await world.RunAsync("db.replication_lag");
        await session.DoAsync("SELECT pg_drop_replication_slot('left_behind')");

        result.Message.ShouldBe("the primary; no standby is connected; 1 replication slots keep the log for nobody");
        result.Data!.ShouldContain("left_behind");
    }
}

namespace AiFixer.Tests.Plugins.Databases;

[Collection(nameof(DatabaseTests))]
public sealed class InsightsTests(DatabaseServer fixture)
{
    [Fact]
    public async Task Statements_waits_settings_and_events_are_told_in_the_shape_of_database_monitoring()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, "CREATE SCHEMA \"my ext\"; CREATE EXTENSION pg_stat_statements SCHEMA \"my ext\"; CREATE TABLE t (id int)");
        var shop = await world.OpenAsync("shop");
        await shop.DoAsync("SELECT pg_sleep(0.3), 'secret'; SELECT pg_sleep(0.3), 'secret'");
        await world.StartAsync(await world.OpenAsync("report"), "SELECT pg_sleep(600), 1, 2", "wait_event = 'PgSleep'");
        var holder = await world.OpenAsync("holder");
        await holder.DoAsync("BEGIN; LOCK TABLE t");
        await world.StartWaitingAsync(shop, "SELECT * FROM t");

        var seen = await world.AskAsync("db.insights");

        var top = seen.GetProperty("top_sql").EnumerateArray().First(s => s.GetProperty("statement").GetString()!.StartsWith("SELECT pg_sleep", StringComparison.Ordinal));
        top.GetProperty("statement").GetString().ShouldBe("SELECT pg_sleep($1), $2");
        top.GetProperty("calls_per_sec").GetDouble().ShouldBeGreaterThan(0);
        top.GetProperty("db_load_avg").GetDouble().ShouldBeGreaterThan(0);
        var waits = seen.GetProperty("waits").EnumerateArray().ToDictionary(w => w.GetProperty("name").GetString()!, w => w.GetProperty("db_load_avg").GetDouble());
        waits["Lock:relation"].ShouldBe(1);
        waits["Timeout:PgSleep"].ShouldBe(1);
        waits["Client:ClientRead"].ShouldBe(1);
        seen.GetProperty("settings").GetProperty("engine").GetString().ShouldBe("postgres");
        seen.GetProperty("settings").GetProperty("max_connections").GetString().ShouldBe("200");
        seen.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("message").GetString()).ShouldContain("the server was started");
        seen.GetRawText().ShouldNotContain("secret");
    }

    [Fact]
    public async Task Without_the_extension_statements_come_from_what_runs_now()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        await world.StartAsync(await world.OpenAsync("report"), "SELECT pg_sleep(600), 'secret'", "wait_event = 'PgSleep'");

        var seen = await world.AskAsync("db.insights");

        seen.GetProperty("statements_from").GetString().ShouldBe("pg_stat_activity");
        var top = seen.GetProperty("top_sql")[0];
        top.GetProperty("statement").GetString().ShouldBe("SELECT pg_sleep(?), ?");
        top.GetProperty("db_load_avg").GetDouble().ShouldBe(1);
        top.GetProperty("wait_events")[0].GetProperty("name").GetString().ShouldBe("Timeout:PgSleep");
        (await world.RunAsync("db.insights", new { db = "other" })).Error!.ShouldStartWith("connection 'default' leads to the database 'test_");
    }
}

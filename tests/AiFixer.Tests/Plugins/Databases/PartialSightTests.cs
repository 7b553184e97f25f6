using Npgsql;

namespace AiFixer.Tests.Plugins.Databases;

/// <summary>A role without pg_monitor sees of others only that they are there: every answer says so.</summary>
[Collection(nameof(DatabaseTests))]
public sealed class PartialSightTests(DatabaseServer fixture)
{
    private const string Role = "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nearsighted') THEN CREATE ROLE nearsighted LOGIN; END IF; END $$";
    private const string Said = "seen in part only: our role may not see what other users do; grant it pg_monitor";

    [Theory]
    [InlineData("db.slow_queries")]
    [InlineData("db.lock_waits")]
    [InlineData("db.active_connections")]
    [InlineData("db.replication_lag")]
    [InlineData("db.table_bloat")]
    public async Task Whoever_sees_only_a_part_says_so(string plugin)
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Role);
        await using var limited = Limited(world);

        var part = await limited.RunAsync(plugin);

        part.Message.ShouldEndWith(Said);
        (await limited.AskAsync(plugin)).GetProperty("partial").GetString().ShouldBe(Said);
        (await world.RunAsync(plugin)).Message.ShouldNotContain("in part");
        (await world.AskAsync(plugin)).TryGetProperty("partial", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Insights_say_so_too()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Role);
        await using var limited = Limited(world);

        (await limited.RunAsync("db.insights")).Message.ShouldEndWith(Said);
        (await world.RunAsync("db.insights")).Message.ShouldNotContain("in part");
    }

    [Fact]
    public async Task Connections_of_others_are_counted_though_nothing_of_them_can_be_seen()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Role);
        for (var i = 0; i < 5; i++)
            await world.OpenAsync("shop");
        await using var limited = Limited(world);

        (await limited.AskAsync("db.active_connections")).GetProperty("used").GetInt32().ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_session_that_cannot_be_seen_is_not_said_to_do_nothing()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Role);
        var other = await world.OpenAsync("shop");
        await other.DoAsync("BEGIN; SELECT 1");
        await using var limited = Limited(world);

        (await limited.PreviewAsync("db.terminate_query", new { pid = other.ProcessID })).Error
            .ShouldBe($"what pid {other.ProcessID} does is hidden from our role: grant it pg_monitor");
    }

    [Fact]
    public async Task Who_holds_us_up_is_named_though_it_cannot_be_seen()
    {
        await using var world = await DbWorld.NewAsync(
            fixture.Server, $"{Role}; CREATE TABLE orders (id int); GRANT ALL ON orders TO nearsighted");
        var root = await world.OpenAsync("shop");
        await root.DoAsync("BEGIN; LOCK TABLE orders");
        await using var limited = Limited(world);
        var waiting = await limited.OpenAsync("basket");
        var wait = await limited.StartWaitingAsync(waiting, "SELECT count(*) FROM orders");

        var tree = (await limited.AskAsync("db.lock_waits")).GetProperty("tree").EnumerateArray().ToList();

        tree.Select(n => n.GetProperty("session").GetProperty("pid").GetInt32()).ShouldBe([root.ProcessID, waiting.ProcessID]);
        await root.DoAsync("ROLLBACK");
        await wait;
    }

    private static DbWorld Limited(DbWorld world) =>
        DbWorld.Over(new NpgsqlConnectionStringBuilder(world.ConnectionString) { Username = "nearsighted" }.ConnectionString);
}

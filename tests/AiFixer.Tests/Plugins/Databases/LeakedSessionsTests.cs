using AiFixer.Plugins;
using Npgsql;

namespace AiFixer.Tests.Plugins.Databases;

/// <summary>An application that opens transactions and forgets them, until nobody gets in any more.</summary>
[Collection(nameof(DatabaseTests))]
public sealed class LeakedSessionsTests(DatabaseServer fixture)
{
    private const string Role =
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'leaky') THEN CREATE ROLE leaky LOGIN CONNECTION LIMIT 3; END IF; END $$; CREATE TABLE orders (id int); GRANT SELECT ON orders TO leaky";

    [Fact]
    public async Task Leaked_connections_are_cured_by_ending_them_and_not_by_a_vacuum_or_the_end_of_a_deadlock()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Role);
        var leaks = await LeakAsync(world);
        (await Should.ThrowAsync<PostgresException>(() => OpenAsync(world))).SqlState.ShouldBe("53300");

        var seen = await world.AskAsync("db.active_connections");
        var forgotten = seen.GetProperty("idleInTransaction").EnumerateArray().Where(s => s.GetProperty("user").GetString() == "leaky").ToList();
        forgotten.Select(s => s.GetProperty("pid").GetInt32()).ShouldBe(leaks.Select(s => s.ProcessID), ignoreOrder: true);
        forgotten.ShouldAllBe(s => s.GetProperty("application").GetString() == "basket");

        (await world.PreviewAsync("db.kill_deadlock")).Error!.ShouldStartWith("nobody has waited for a lock");
        await world.ExecuteAsync("db.vacuum_table", new { table = "orders" }, await world.PlanAsync("db.vacuum_table", new { table = "orders" }));
        (await Should.ThrowAsync<PostgresException>(() => OpenAsync(world))).SqlState.ShouldBe("53300");

        foreach (var session in leaks)
        {
            var arguments = new { pid = session.ProcessID };
            var plan = await world.PlanAsync("db.terminate_query", arguments);
            (await world.ExecuteAsync("db.terminate_query", arguments, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
            (await world.ObserveAsync("db.terminate_query", arguments, plan)).Health.ShouldBe(TargetHealth.Healthy);
        }

        await using var again = await OpenAsync(world);
        (await world.AskAsync("db.active_connections")).GetProperty("idleInTransaction").EnumerateArray()
            .ShouldNotContain(s => s.GetProperty("user").GetString() == "leaky");
        foreach (var session in leaks)
            await session.DisposeAsync();
    }

    private static async Task<List<NpgsqlConnection>> LeakAsync(DbWorld world)
    {
        var leaks = new List<NpgsqlConnection>();
        for (var i = 0; i < 3; i++)
        {
            leaks.Add(await OpenAsync(world));
            await leaks[^1].DoAsync("BEGIN; SELECT count(*) FROM orders");
        }

        return leaks;
    }

    private static async Task<NpgsqlConnection> OpenAsync(DbWorld world)
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(world.ConnectionString) { Username = "leaky", ApplicationName = "basket", Pooling = false }.ConnectionString);
        await session.OpenAsync(DbWorld.Stop);
        return session;
    }
}

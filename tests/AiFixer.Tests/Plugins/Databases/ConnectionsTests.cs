using AiFixer.Plugins;
using AiFixer.Plugins.Connections;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Databases;

[Collection(nameof(DatabaseTests))]
public sealed class ConnectionsTests(DatabaseServer fixture)
{
    [Fact]
    public async Task Connections_are_counted_against_the_limit_and_idle_transactions_are_listed()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        for (var i = 0; i < 3; i++)
            await world.OpenAsync("shop");
        var forgotten = await world.OpenAsync("forgotten");
        await forgotten.DoAsync("BEGIN; SELECT 'secret'");

        var seen = await world.AskAsync("db.active_connections");

        seen.GetProperty("maxConnections").GetInt32().ShouldBe(200);
        seen.GetProperty("used").GetInt32().ShouldBeGreaterThanOrEqualTo(4);
        seen.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("application").GetString() == "shop")
            .GetProperty("connections").GetInt32().ShouldBe(3);
        var idle = seen.GetProperty("idleInTransaction").EnumerateArray().Single();
        idle.GetProperty("pid").GetInt32().ShouldBe(forgotten.ProcessID);
        idle.GetProperty("statement").GetString().ShouldBe("SELECT ?");
    }

    [Fact]
    public async Task Reads_cannot_write()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        using var client = new AiFixer.Plugins.Databases.PgClient(
            "default", new() { Dsn = world.ConnectionString, StatementTimeout = TimeSpan.FromSeconds(2) },
            new Circuit("postgres", "default", new(), TimeProvider.System), TimeProvider.System);

        var written = await client.ReadAsync(r => r.TextAsync("CREATE TABLE t (id int)"), DbWorld.Stop);
        var slept = await client.ReadAsync(r => r.TextAsync("SELECT pg_sleep(60)"), DbWorld.Stop);

        written.Error!.SqlState.ShouldBe("25006");
        slept.Error!.SqlState.ShouldBe("57014");
        client.Circuit.Status.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named_without_its_password()
    {
        await using var world = DbWorld.Over("postgresql://mon:hunter2@127.0.0.1:1/shop");

        var result = await world.RunAsync("db.lock_waits");

        result.Success.ShouldBeFalse();
        result.Retryable.ShouldBeTrue();
        result.Error!.ShouldStartWith("database 'default' could not be reached: ");
        result.Error!.ShouldNotContain("hunter2");
        world.Plugins.Connections.All.Select(c => c.Family).ShouldContain("postgres");
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_shown()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, "CREATE ROLE nologin NOLOGIN");
        var dsn = new Npgsql.NpgsqlConnectionStringBuilder(world.ConnectionString) { Username = "nologin", Password = "hunter2" };
        await using var other = DbWorld.Over(dsn.ConnectionString);

        var result = await other.RunAsync("db.lock_waits");

        result.Error!.ShouldStartWith("database 'default' refused (28000)");
        result.Error!.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_server_that_hangs_costs_one_timeout_and_is_then_left_alone()
    {
        await using var server = await PostgresServer.StartNewAsync();
        var dsn = await server.CreateDatabaseAsync();
        await using var world = DbWorld.Over(dsn, o => o.Postgres["default"].ConnectTimeout = TimeSpan.FromSeconds(1));
        server.Send(Signal.Stop);
        try
        {
            (await world.RunAsync("db.lock_waits")).Error!.ShouldContain("did not answer in time");
            (await world.RunAsync("db.lock_waits")).Error!.ShouldContain("is taken for dead");
        }
        finally
        {
            server.Send(Signal.Continue);
        }
    }
}

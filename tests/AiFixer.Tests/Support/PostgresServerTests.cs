using AiFixer.TestSupport;
using Npgsql;

namespace AiFixer.Tests.Support;

public sealed class PostgresServerTests(SharedPostgres postgres)
{
    [Fact]
    public async Task Every_database_is_a_fresh_one()
    {
        var first = await postgres.CreateDatabaseAsync();
        var second = await postgres.CreateDatabaseAsync();
        await ExecuteAsync(first, "CREATE TABLE kept (id int)");

        first.ShouldNotBe(second);
        (await ExecuteAsync(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'kept'")).ShouldBe(0L);
    }

    [Fact]
    public async Task It_runs_with_durable_settings()
    {
        var database = await postgres.CreateDatabaseAsync();

        (await ExecuteAsync(database, "SHOW fsync")).ShouldBe("on");
        (await ExecuteAsync(database, "SHOW synchronous_commit")).ShouldBe("on");
    }

    [Fact]
    public async Task A_private_server_can_crash_and_come_back_with_what_was_committed()
    {
        await using var server = await PostgresServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        await ExecuteAsync(database, "CREATE TABLE kept AS SELECT 42 AS answer");

        await server.CrashAsync();
        await Should.ThrowAsync<NpgsqlException>(() => ExecuteAsync(database, "SELECT 1"));
        await server.StartAsync();

        (await ExecuteAsync(database, "SELECT answer FROM kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_private_server_can_be_stopped_and_started_on_the_same_port()
    {
        await using var server = await PostgresServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();

        await server.StopAsync();
        await server.StartAsync();

        (await ExecuteAsync(database, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_left_of_it()
    {
        var server = await PostgresServer.StartNewAsync();
        var folder = server.DataFolder;

        await server.DisposeAsync();

        Directory.Exists(folder).ShouldBeFalse();
        server.IsRunning.ShouldBeFalse();
    }

    private static async Task<object?> ExecuteAsync(string database, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}

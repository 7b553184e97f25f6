using AiFixer.TestSupport;
using Npgsql;

namespace AiFixer.Bench.Servers;

/// <summary>The PostgreSQL that everything is measured on, its log as durable as in production.</summary>
internal sealed class BenchPostgres : IAsyncDisposable
{
    private BenchPostgres(PostgresServer server) => Server = server;

    public PostgresServer Server { get; }

    /// <param name="settings">Settings besides, such as <c>shared_buffers=2GB</c>.</param>
    public static async Task<BenchPostgres> StartAsync(params IReadOnlyList<string> settings) => new(await PostgresServer.StartNewAsync(settings));

    /// <summary>Writes to disk what earlier runs left, so that the next does not pay for it.</summary>
    public async Task SettleAsync(bool dropDatabases)
    {
        await using var connection = new NpgsqlConnection(Server.ConnectionString("postgres", pooling: false));
        await connection.OpenAsync();
        if (dropDatabases)
            await DropAsync(connection);
        await using var command = new NpgsqlCommand("checkpoint", connection);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static async Task DropAsync(NpgsqlConnection connection)
    {
        await using var drop = new NpgsqlCommand(
            "select coalesce(string_agg(format('drop database %I with (force);', datname), ' '), '') from pg_database where datname like 'test_%'",
            connection);
        foreach (var one in ((string)(await drop.ExecuteScalarAsync())!).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = new NpgsqlCommand(one, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}

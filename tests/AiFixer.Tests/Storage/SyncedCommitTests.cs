using AiFixer.Core.Journal;
using AiFixer.TestSupport;
using Npgsql;

namespace AiFixer.Tests.Storage;

public sealed class SyncedCommitTests
{
    private const int Alerts = 40;

    /// <summary>On a server that nobody else writes to: every answer waited for a sync of its own.</summary>
    [Fact]
    public async Task PostgreSQL_syncs_its_log_before_every_answer()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var server = await PostgresServer.StartNewAsync();
        var connectionString = await server.CreateDatabaseAsync();
        await using var database = TestDatabase.On(connectionString);
        var store = await database.OpenAsync();
        var before = await SyncsAsync(connectionString, stop);

        for (var i = 0; i < Alerts; i++)
            (await store.Journal.AppendAsync(Appends.First(Appends.NewId()), stop)).ShouldBeOfType<AppendVerdict.Stored>();

        // The server tells its statistics a second late.
        await Eventually.TrueAsync(async () => await SyncsAsync(connectionString, stop) - before >= Alerts, "as many syncs as answers", cancellation: stop);
    }

    private static async Task<long> SyncsAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select wal_sync from pg_stat_wal", connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}

using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.Storage.Databases;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AiFixer.Tests.Storage;

/// <summary>How the connection that answers are written on is set, as the database itself tells it.</summary>
public sealed class WriterDurabilityTests(SharedPostgres postgres)
{
    private const string Full = "2";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task SQLite_waits_for_the_disk_at_every_commit()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await database.OpenedAndClosedAsync();
        var lent = new LentWriter(database.Options());
        await using var store = await lent.OpenAsync();

        (await store.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.Stored>();

        (await lent.AskAsync("pragma synchronous")).ShouldBe(Full);
        (await lent.AskAsync("pragma journal_mode")).ShouldBe("wal");
    }

    [Fact]
    public async Task PostgreSQL_commits_for_real_whatever_the_database_is_set_to()
    {
        await using var database = TestDatabase.On(await postgres.CreateDatabaseAsync());
        await database.OpenedAndClosedAsync();
        var name = new NpgsqlConnectionStringBuilder(database.Options().ConnectionString).Database;
        await database.ExecuteAsync($"alter database {name} set synchronous_commit = off");
        var lent = new LentWriter(database.Options());
        await using var store = await lent.OpenAsync();

        (await store.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.Stored>();

        (await lent.AskAsync("show synchronous_commit")).ShouldBe("on");
        (await OthersSayAsync(database, "show synchronous_commit")).ShouldBe("off", "that is what a connection is given here");
    }

    private static async Task<string> OthersSayAsync(TestDatabase database, string question)
    {
        await using var others = DatabaseFactory.Create(database.Options(), NullLoggerFactory.Instance);
        await using var connection = await others.OpenReaderAsync(None);
        return connection.Scalar<string>(question);
    }
}

using AiFixer.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Store;

/// <summary>The product's own store, in a file, as durable as ever. Its clock is made to follow the test's.</summary>
internal sealed class SqliteStore(TimeProvider time) : IStore
{
    private readonly MemoryFolder folder = new();

    /// <summary>How far the test's clock is ahead of the machine's.</summary>
    public TimeSpan Ahead => time.GetUtcNow() - TimeProvider.System.GetUtcNow();

    private StorageOptions Options => new()
    {
        DataFolder = folder.Path,
        LeaseTime = TimeSpan.FromMinutes(5),
        CheckpointEvery = TimeSpan.FromMinutes(1),
    };

    public async Task<IOpenStore> OpenAsync() => new SqliteOpenStore(
        await JournalStore.OpenAsync(Options, time, NullLoggerFactory.Instance, CancellationToken.None), this);

    /// <summary>What runs out does so by that much earlier.</summary>
    public void Advance(TimeSpan by) => Change(
        "update claims set expires_at = expires_at - @by where expires_at is not null", ("@by", by.Ticks));

    /// <summary>The lease runs out.</summary>
    public void EndLease(string id) => Change("delete from leases where token = @id", ("@id", id));

    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        await using var store = await JournalStore.OpenAsync(Options, time, NullLoggerFactory.Instance, CancellationToken.None);
        var report = await store.Audit.VerifyAsync(CancellationToken.None);
        return [.. report.Problems.Select(problem => problem.ToString()!)];
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Change(string statement, params (string Name, object Value)[] values)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "aifixer.db")};Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma synchronous = off; " + statement;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}

using AiFixer.Storage;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

/// <summary>An empty database of its own, and stores on it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<JournalStore> _stores = [];
    private readonly string _provider;
    private readonly string? _connectionString;

    private TestDatabase(string provider, string? connectionString) =>
        (_provider, _connectionString) = (provider, connectionString);

    public static async Task<TestDatabase> NewAsync(string provider, SharedPostgres postgres) =>
        new(provider, provider == StorageOptions.Postgres ? await postgres.CreateDatabaseAsync() : null);

    public static TestDatabase On(string connectionString) => new(StorageOptions.Postgres, connectionString);

    public string Folder => _folder.Path;

    public StorageOptions Options(Action<StorageOptions>? change = null)
    {
        var options = new StorageOptions
        {
            Provider = _provider,
            DataFolder = _folder.Path,
            ConnectionString = _connectionString,
        };
        options.Retention.ArchiveAfterDays = 90;
        options.ResealPause = TimeSpan.Zero;
        // A machine that is short of time is no reason to give a database up.
        options.ConnectTime = options.AnswerTime = TimeSpan.FromSeconds(15);
        change?.Invoke(options);
        return options;
    }

    /// <summary>A store that is closed with the database; it holds the lease unless another does.</summary>
    public async Task<JournalStore> OpenAsync(Action<StorageOptions>? change = null, TimeProvider? time = null)
    {
        var store = await JournalStore.OpenAsync(
            Options(change), time ?? new ManualTime(TimeProvider.System.GetUtcNow()), NullLoggerFactory.Instance, CancellationToken.None);
        _stores.Add(store);
        await store.Lease.AcquireAsync(CancellationToken.None);
        return store;
    }

    /// <summary>Opens a store and closes it again, as a process that gives its lease back.</summary>
    public async Task OpenedAndClosedAsync(Action<StorageOptions>? change = null) => await CloseAsync(await OpenAsync(change));

    public static async Task CloseAsync(JournalStore store)
    {
        await store.Lease.ReleaseAsync(CancellationToken.None);
        await store.DisposeAsync();
    }

    /// <summary>Makes the tables as an earlier program knew them.</summary>
    public async Task MakeAsync(int schema)
    {
        await using var database = DatabaseFactory.Create(Options(), NullLoggerFactory.Instance);
        using var session = database.OpenWriter();
        var all = Steps.For(database.Dialect);
        // That program looked for no columns that later ones added.
        var early = all with { Steps = [.. all.Steps.Where(step => step.Number <= schema)], Tables = [] };
        new Migrator(database, early, NullLogger.Instance).Run(session.Connection);
    }

    /// <summary>Changes rows behind the store's back.</summary>
    public async Task<int> ExecuteAsync(string statement)
    {
        await using var database = DatabaseFactory.Create(Options(), NullLoggerFactory.Instance);
        await using var connection = await database.OpenReaderAsync(CancellationToken.None);
        return connection.Execute(statement);
    }

    public async Task<long> CountAsync(string statement)
    {
        await using var database = DatabaseFactory.Create(Options(), NullLoggerFactory.Instance);
        await using var connection = await database.OpenReaderAsync(CancellationToken.None);
        return connection.Scalar<long>(statement);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();
        _folder.Dispose();
    }
}

using System.Data.Common;
using AiFixer.Core.Ports;
using AiFixer.Storage.Changes;
using AiFixer.Storage.Counting;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Documents;
using AiFixer.Storage.Messages;
using AiFixer.Storage.Migrations;
using AiFixer.Storage.Reading;
using AiFixer.Storage.ReportedChanges;
using AiFixer.Storage.Retention;
using AiFixer.Storage.Sealing;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage;

/// <summary>A store that others write to. Takes no lease, makes no table, signs nothing.</summary>
public sealed class StoreReader : IAsyncDisposable
{
    private readonly IDatabase _database;
    private readonly SchemaCheck _schema;
    private readonly DocumentStore _documents;
    private readonly Reader _reader;
    private readonly StorageOptions _options;
    private readonly Dialect _dialect;

    private StoreReader(StorageOptions options, IDatabase database, TimeProvider time)
    {
        var reader = new Reader(database, new Vault(options));
        (_database, _reader, _options, _dialect) = (database, reader, options, database.Dialect);
        _schema = new(reader, database.Dialect);
        Journal = new JournalReader(reader);
        Queries = new IncidentQueries(reader, new StatusTally(reader, new(database.Dialect, new(options, time)), alone: false, time), _schema, time);
        Changes = new ChangeLog(reader);
        Archive = new ArchiveQueries(reader);
        var keys = new FreshKeys(reader, time);
        Func<Func<DbConnection, int>, CancellationToken, Task<int>> write =
            async (work, cancel) =>
            {
                await keys.LookAsync(cancel);
                return await reader.RunAsync(connection => Task.FromResult(work(connection)), cancel);
            };
        Reported = new ReportedChangeStore(reader, database.Dialect, write);
        Posted = new PostedMessageStore(reader, database.Dialect, write);
        Inbox = new InboxStore(reader, database.Dialect, write);
        Documents = _documents = new(database, reader);
        Budgets = new ClaimCounts(reader, database.Dialect);
        Records = new PlaybookRecords(reader, database.Dialect);
    }

    public IJournalReader Journal { get; }

    public IIncidentQueries Queries { get; }

    public IChangeLog Changes { get; }

    public IArchive Archive { get; }

    /// <summary>This and the messages are written too: tables of their own, which need no lease.</summary>
    public IReportedChanges Reported { get; }

    public IPostedMessages Posted { get; }

    public IInbox Inbox { get; }

    /// <summary>People change them from here too: no lease is needed for that.</summary>
    public IDocuments Documents { get; }

    public IBudgets Budgets { get; }

    public IPlaybookRecords Records { get; }

    /// <summary>
    /// Opens it, whether the database answers yet or not. Throws <see cref="StorageRefusedException"/> when it does and a
    /// newer program has been here.
    /// </summary>
    public static async Task<StoreReader> OpenAsync(
        StorageOptions options, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var store = new StoreReader(options, DatabaseFactory.Create(options, loggers), time);
        try
        {
            await store._schema.AssertKnownAsync(cancellationToken);
        }
        catch (JournalUnavailableException e)
        {
            loggers.CreateLogger<StoreReader>().NotThereYet(e);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }

        return store;
    }

    /// <summary>Throws <see cref="JournalUnavailableException"/> when the database does not answer now.</summary>
    public Task AskAsync(CancellationToken cancellationToken) => _schema.AssertKnownAsync(cancellationToken);

    /// <summary>How it is encrypted; null when it is not.</summary>
    public Task<SealingState?> SealingAsync(CancellationToken cancellationToken) => _reader.RunAsync(
        connection => Task.FromResult(DataKeyTable.Find(connection, _dialect) is [.., var newest] all
            ? new SealingState(newest.Name, newest.MadeAt, newest.IsWhole, KeyRing.Of(all, _options.Seals).Problem)
            : null),
        cancellationToken);

    public ValueTask DisposeAsync()
    {
        _documents.Dispose();
        return _database.DisposeAsync();
    }
}

using AiFixer.Core.Ports;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Backups;
using AiFixer.Storage.Changes;
using AiFixer.Storage.Counting;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Documents;
using AiFixer.Storage.Leases;
using AiFixer.Storage.Messages;
using AiFixer.Storage.Migrations;
using AiFixer.Storage.Reading;
using AiFixer.Storage.ReportedChanges;
using AiFixer.Storage.Retention;
using AiFixer.Storage.Sealing;
using AiFixer.Storage.SetBacks;
using AiFixer.Storage.Sweeping;
using AiFixer.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage;

/// <summary>An open database: what happened, who may write, what lists show. Closing it writes what is still waiting.</summary>
public sealed class JournalStore : IAsyncDisposable
{
    private readonly IDatabase _database;
    private readonly Intake _intake;
    private readonly Desk _desk;
    private readonly Writer _writer;
    private readonly Checkpointer _checkpointer;
    private readonly ClaimSweeper _sweeper;
    private readonly Archiver _archiver;
    private readonly Resealer _resealer;
    private readonly Vault _vault;
    private readonly DocumentStore _documents;
    private readonly ILogger _logger;
    private int _disposed;

    internal JournalStore(StorageOptions options, IDatabase database, Vault vault, TimeProvider time, ILoggerFactory loggers, IWriterThreads threads)
    {
        var logger = _logger = loggers.CreateLogger("AiFixer.Storage");
        var reader = new Reader(database, vault);
        var identity = new LeaseIdentity(options, time);
        var streams = new Streams(database.Dialect, identity);
        var tally = new StatusTally(reader, streams, options.Exclusive, time);
        (_database, _vault) = (database, vault);
        _intake = new(options, threads.Patience);
        _desk = new Desk(_intake, new(options.LargestItem), vault);
        _checkpointer = new(streams, new(reader, logger), _desk, options, time, logger);
        _writer = new(_intake, database, new(database, new(database.Dialect, identity), new(database.Dialect, identity), streams, tally, threads), streams, options, vault, logger);
        threads.Start(_writer);
        _sweeper = new(reader, database.Dialect, _desk, options, time, logger);
        _archiver = new(reader, database.Dialect, new(database.Dialect, identity, tally), new("archive", _desk, identity, database.Dialect), _desk, options, time, logger);
        _resealer = new(reader, database.Dialect, _desk, new("seal", _desk, identity, database.Dialect), options, time, logger);
        Journal = new Journal(_desk, reader, database.Dialect);
        LeaseRow row = options.Exclusive
            ? new ExclusiveLeaseRow(identity, database.Dialect, options)
            : new SharedLeaseRow(identity, database.Dialect, options);
        Lease = new Lease(identity, row, _desk, reader, database.Dialect, options, time);
        Queries = new IncidentQueries(reader, tally, new(reader, database.Dialect), time);
        Changes = new ChangeLog(reader);
        Archive = new ArchiveQueries(reader);
        Reported = new ReportedChangeStore(reader, database.Dialect, _desk.RunAsync);
        Posted = new PostedMessageStore(reader, database.Dialect, _desk.RunAsync);
        Inbox = new InboxStore(reader, database.Dialect, _desk.RunAsync);
        Documents = _documents = new(database, reader);
        Budgets = new ClaimCounts(reader, database.Dialect);
        Records = new PlaybookRecords(reader, database.Dialect);
        Audit = new AuditTrail(_checkpointer, new(database, options));
    }

    public IJournal Journal { get; }

    public ILease Lease { get; }

    public IIncidentQueries Queries { get; }

    public IChangeLog Changes { get; }

    public IArchive Archive { get; }

    public IReportedChanges Reported { get; }

    public IPostedMessages Posted { get; }

    public IInbox Inbox { get; }

    public IDocuments Documents { get; }

    public IBudgets Budgets { get; }

    public IPlaybookRecords Records { get; }

    public AuditTrail Audit { get; }

    /// <summary>What is written is encrypted.</summary>
    public bool IsSealed => _vault.Current is not null;

    /// <summary>Removes claims that have expired, as is done every so often anyway.</summary>
    /// <returns>How many were removed.</returns>
    public Task<long> SweepAsync(CancellationToken cancellationToken) => _sweeper.SweepAsync(cancellationToken);

    /// <summary>Archives incidents that closed long enough ago, as is done every so often anyway.</summary>
    /// <returns>How many were archived.</returns>
    public Task<long> ArchiveAsync(CancellationToken cancellationToken) => _archiver.RunAsync(cancellationToken);

    /// <summary>Encrypts with the newest key what is not, as is done every so often anyway.</summary>
    /// <returns>How many rows were.</returns>
    public Task<long> ResealAsync(CancellationToken cancellationToken) => _resealer.RunAsync(cancellationToken);

    /// <summary>
    /// Opens the database, and makes or migrates its tables. Throws <see cref="StorageRefusedException"/> when the
    /// options are wrong, the database would lose commits in a crash, or a newer program has been here; and
    /// <see cref="JournalUnavailableException"/> when it does not answer.
    /// </summary>
    public static async Task<JournalStore> OpenAsync(
        StorageOptions options, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var database = DatabaseFactory.Create(options, loggers);
        var vault = new Vault(options);
        try
        {
            await Task.Run(() => Prepare(database, options, vault, loggers.CreateLogger("AiFixer.Storage")), cancellationToken);
            return new(options, database, vault, time, loggers, WriterThreads.Instance);
        }
        catch (Exception exception)
        {
            await database.DisposeAsync();
            if (database.Classify(exception) == Failure.Bug)
                throw;
            throw new JournalUnavailableException("The store cannot be opened: " + exception.Message, exception);
        }
    }

    /// <summary>Takes nothing more, writes what is waiting, signs the last checkpoint and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _intake.CloseToAppends();
        await _sweeper.DisposeAsync();
        await _archiver.DisposeAsync();
        await _resealer.DisposeAsync();
        await DrainAsync();
        await _checkpointer.DisposeAsync();
        _intake.Close();
        await _writer.Ended;
        _documents.Dispose();
        await _database.DisposeAsync();
    }

    // A job is run after the batch before it is answered: one more than there are batches sees everything on disk.
    private async Task DrainAsync()
    {
        try
        {
            bool wasEmpty;
            do
            {
                wasEmpty = _intake.IsEmpty;
                await _desk.RunAsync(_ => 0, CancellationToken.None);
            }
            while (!wasEmpty);
        }
        catch (JournalUnavailableException exception)
        {
            _logger.NotDrained(exception);
        }
    }

    private static void Prepare(IDatabase database, StorageOptions options, Vault vault, ILogger logger)
    {
        Unfinished.Refuse(options);
        using var session = database.OpenWriter();
        new Migrator(database, Steps.For(database.Dialect), logger).Run(session.Connection);
        new SealGuard(options, database.Dialect, logger).Run(database, session.Connection, vault);
        SetBackGuard.Run(session.Connection, database.Dialect, options, logger);
    }
}

using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Audit;

/// <summary>
/// Compares the journal with its own digests and with the signed checkpoints beside it. Reads one consistent view, so
/// it may run while the service writes; takes no lease and changes nothing.
/// </summary>
public sealed class AuditVerifier : IAsyncDisposable
{
    private readonly IDatabase _database;
    private readonly StorageOptions _options;

    internal AuditVerifier(IDatabase database, StorageOptions options) => (_database, _options) = (database, options);

    /// <summary>A verifier with a connection of its own, for a process that does not open the store.</summary>
    public static AuditVerifier Create(StorageOptions options, ILoggerFactory loggers) =>
        new(DatabaseFactory.Create(options, loggers), options);

    public async Task<AuditReport> VerifyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(cancellationToken);
        }
        catch (Exception exception) when (_database.Classify(exception) == Failure.Gone && exception is not IOException)
        {
            throw new JournalUnavailableException("The store does not answer.", exception);
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<AuditReport> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new AuditFindings();
        await using var connection = await _database.OpenReaderAsync(cancellationToken);
        // The order keeps a service that goes on writing from looking like a forger: what the database knows of the
        // file is read before the file's end, and that before the view of the entries.
        var recorded = await RecordedCheckpoints.ReadAsync(connection, cancellationToken);
        var length = File.Exists(_options.CheckpointPath) ? new FileInfo(_options.CheckpointPath).Length : 0;
        _database.BeginView(connection);
        try
        {
            await new ChainCheck(findings).RunAsync(connection, cancellationToken);
            using var check = new CheckpointCheck(_options, findings, recorded);
            await check.RunAsync(connection, length, cancellationToken);
        }
        finally
        {
            connection.Execute("rollback");
        }

        return findings.ToReport();
    }
}

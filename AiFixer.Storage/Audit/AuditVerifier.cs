using System.Data.Common;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Retention;
using AiFixer.Storage.Sealing;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Audit;

/// <summary>
/// Compares the journal with its own digests and with the signed checkpoints beside it. Reads one consistent view, so
/// it may run while the service writes; takes no lease and changes nothing.
/// </summary>
public sealed class AuditVerifier : IAsyncDisposable
{
    private readonly IDatabase _database;
    private readonly IReadOnlyList<StorageOptions> _places;

    /// <param name="places">Where checkpoints and keys are: of this process, then of others that write to the same store.</param>
    internal AuditVerifier(IDatabase database, params IReadOnlyList<StorageOptions> places) => (_database, _places) = (database, places);

    /// <summary>A verifier with a connection of its own, for a process that does not open the store.</summary>
    /// <param name="folders">The data folders of other processes that write to the same store.</param>
    public static AuditVerifier Create(StorageOptions options, ILoggerFactory loggers, params IReadOnlyList<string> folders) =>
        new(DatabaseFactory.Create(options, loggers), [options, .. folders.Select(folder => Place(folder, options.Keys))]);

    /// <summary>Processes that share one folder of keys have none in their data folders.</summary>
    private static StorageOptions Place(string folder, string shared)
    {
        var place = new StorageOptions { DataFolder = folder };
        if (!Directory.Exists(place.Keys))
            place.KeyFolder = shared;
        return place;
    }

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
        catch (UnknownDataKeyException exception)
        {
            throw new StorageRefusedException(exception.Message, exception);
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<AuditReport> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new AuditFindings();
        await using var connection = await _database.OpenReaderAsync(cancellationToken);
        // The order keeps a service that goes on writing from looking like a forger: what the database knows of the
        // files is read before their ends, and those before the view of the entries.
        var recorded = await RecordedCheckpoints.ReadAsync(connection, cancellationToken);
        var files = _places.Select(place => (Place: place, Length: LengthOf(place.CheckpointPath))).ToList();
        _database.BeginView(connection);
        try
        {
            await new ChainCheck(findings, Vault(connection)).RunAsync(connection, cancellationToken);
            foreach (var (place, length) in files)
                await CheckAsync(connection, place, length, recorded, findings, cancellationToken);
            await new ArchiveCheck([.. _places.Select(place => place.ArchivePath)], _places[0].Seals, findings).RunAsync(connection, cancellationToken);
            foreach (var stream in recorded.Left)
                findings.Add(new("Its last checkpoint is in a file that was not read, or that is gone.", Stream: stream));
        }
        finally
        {
            connection.Execute("rollback");
        }

        return findings.ToReport();
    }

    private static async Task CheckAsync(
        DbConnection connection, StorageOptions place, long length, RecordedCheckpoints recorded, AuditFindings findings, CancellationToken cancellationToken)
    {
        using var check = new CheckpointCheck(place, findings, recorded.Take(CheckpointLines.Id(place.CheckpointPath, length)));
        await check.RunAsync(connection, length, cancellationToken);
        findings.AddCovered(check.Covered);
    }

    private Vault Vault(DbConnection connection)
    {
        var vault = new Vault(_places[0]);
        vault.Learn(DataKeyTable.Find(connection, _database.Dialect));
        return vault;
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}

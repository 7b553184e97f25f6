using System.Data.Common;
using AiFixer.Storage.Leases;
using AiFixer.Storage.Reading;
using AiFixer.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Retention;

/// <summary>
/// Moves incidents that closed long ago into files: first a file, on disk, then piece by piece what is in it out of the
/// store, each piece in the writer's turn and with a pause after it. A crash in between leaves incidents that are in a
/// file and still in the store: they go into another file the next time.
/// </summary>
internal sealed class Archiver : IAsyncDisposable
{
    private const int ReadAtOnce = 50;
    private const int MostTries = 20;
    private const long MostBytes = 32 << 20;

    // One that is restarted every hour has to come to it too.
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1);
    private readonly ClosedIncidents _closed;
    private readonly ArchiveWriter _writer;
    private readonly Removal _removal;
    private readonly Turn _turn;
    private readonly Desk _desk;
    private readonly RetentionOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly PeriodicTimer _timer;
    private readonly Task _loop;
    private TimeSpan _longest;

    public Archiver(Reader reader, Databases.Dialect dialect, Removal removal, Turn turn, Desk desk, StorageOptions options, TimeProvider time, ILogger logger)
    {
        (_desk, _options, _time, _logger) = (desk, options.Retention, time, logger);
        (_closed, _writer, _removal, _turn) = (new(reader, dialect), new(options.ArchivePath, reader.Vault), removal, turn);
        _timer = new(_options.Every < FirstLook ? _options.Every : FirstLook, time);
        _loop = _options.IsOn ? LoopAsync() : Task.CompletedTask;
    }

    /// <summary>Archives all that is closed long enough.</summary>
    /// <returns>How many incidents.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        if (!_options.IsOn || !await _turn.TakeAsync(cancellationToken))
            return 0;
        var (archived, after) = (0L, "");
        var cutoff = await _closed.CutoffAsync(_time.GetUtcNow(), _options.ArchiveAfterDays, cancellationToken);
        while (await _closed.NextAsync(after, cutoff, _options.FileSize, cancellationToken) is { Count: > 0 } ids)
        {
            var incidents = await ReadAsync(ids, cancellationToken);
            after = incidents.Count == 0 ? ids[^1] : incidents[^1].Id;
            archived += await ArchiveAsync(incidents.FindAll(IsWhole), cutoff, cancellationToken);
            if (!await _turn.TakeAsync(cancellationToken))
                return archived;
        }

        await _turn.EndAsync(cancellationToken);
        return archived;
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Cancel();
        _timer.Dispose();
        await _loop;
        _stop.Dispose();
    }

    /// <summary>As many of them as a file of sensible size holds.</summary>
    private async Task<List<ClosedIncident>> ReadAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var incidents = new List<ClosedIncident>();
        var size = 0L;
        foreach (var some in ids.Chunk(ReadAtOnce))
        {
            incidents.AddRange(await _closed.ReadAsync(some, cancellationToken));
            size = incidents.Sum(incident => incident.Entries.Sum(entry => (long)(entry.Entry.Text ?? entry.Entry.Base64!).Length));
            if (size > MostBytes)
                break;
        }

        return incidents;
    }

    // What was tampered with stays where verify-audit shows it.
    private bool IsWhole(ClosedIncident incident)
    {
        if (ArchiveChain.Problem(incident) is not { } problem)
            return true;
        _logger.NotArchived(incident.Id, problem.Version, problem.What);
        return false;
    }

    private async Task<long> ArchiveAsync(List<ClosedIncident> incidents, DateTimeOffset cutoff, CancellationToken cancellationToken)
    {
        if (incidents.Count == 0)
            return 0;
        var blobs = new Dictionary<string, ArchivedBlob>(StringComparer.Ordinal);
        foreach (var hashes in incidents.SelectMany(incident => incident.Row.Blobs).Distinct().Chunk(ReadAtOnce))
        {
            foreach (var blob in await _closed.BlobsAsync(hashes, cancellationToken))
                blobs[blob.Hash] = blob;
        }

        var archive = _writer.Write(incidents, blobs, _time.GetUtcNow());
        var removed = 0L;
        foreach (var piece in incidents.Chunk(_options.Piece))
            removed += await RemoveAsync(new(archive, piece, cutoff), cancellationToken);
        return removed;
    }

    private async Task<long> RemoveAsync(ArchivePiece piece, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var removed = await _desk.RunAsync(connection => Timed(connection, piece), cancellationToken);
            await Task.Delay(_options.Pause, _time, cancellationToken);
            if (removed is { } count)
                return count;
        }

        return 0;
    }

    private int? Timed(DbConnection connection, ArchivePiece piece)
    {
        var begin = _time.GetTimestamp();
        var removed = _removal.Run(connection, piece);
        var took = _time.GetElapsedTime(begin);
        _longest = took > _longest ? took : _longest;
        return removed;
    }

    private async Task LoopAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            _timer.Period = _options.Every;
            await SafelyAsync();
        }
    }

    private async Task SafelyAsync()
    {
        try
        {
            if (await RunAsync(_stop.Token) is > 0 and var archived)
                _logger.Archived(archived, _longest.TotalMilliseconds);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The next start goes on.
        }
        catch (Exception exception)
        {
            _logger.ArchiveFailed(exception);
        }
    }
}

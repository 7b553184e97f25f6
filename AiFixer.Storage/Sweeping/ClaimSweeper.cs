using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;
using AiFixer.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Sweeping;

/// <summary>
/// Removes claims that have expired: they protect nothing any more. Walks all of them by key, a small piece at a time,
/// and only what has something to remove takes the writer's turn; no index has to be kept for it at every alert.
/// </summary>
internal sealed class ClaimSweeper : IAsyncDisposable
{
    private readonly Reader _reader;
    private readonly Dialect _dialect;
    private readonly Desk _desk;
    private readonly long _batch;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly PeriodicTimer _timer;
    private readonly Task _loop;

    public ClaimSweeper(Reader reader, Dialect dialect, Desk desk, StorageOptions options, TimeProvider time, ILogger logger)
    {
        (_reader, _dialect, _desk, _batch, _logger) = (reader, dialect, desk, options.SweepBatch, logger);
        _timer = new(options.SweepEvery, time);
        _loop = LoopAsync();
    }

    /// <summary>Looks at every claim once.</summary>
    /// <returns>How many were removed.</returns>
    public async Task<long> SweepAsync(CancellationToken cancellationToken)
    {
        var removed = 0L;
        for (var piece = await NextAsync("", cancellationToken); piece is not null; piece = await NextAsync(piece.Last, cancellationToken))
        {
            if (piece.HasExpired)
                removed += await RemoveAsync(piece, cancellationToken);
        }

        return removed;
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Cancel();
        _timer.Dispose();
        await _loop;
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        while (await _timer.WaitForNextTickAsync())
            await SafelyAsync();
    }

    private async Task SafelyAsync()
    {
        try
        {
            if (await SweepAsync(_stop.Token) is > 0 and var removed)
                _logger.Swept(removed);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The next start goes on.
        }
        catch (Exception exception)
        {
            _logger.SweepFailed(exception);
        }
    }

    private async Task<ClaimPiece?> NextAsync(string after, CancellationToken cancellationToken)
    {
        var found = await _reader.ListAsync(
            $"""
            select max(key), max(case when expires_at <= {_dialect.Clock} then 1 else 0 end)
            from (select key, expires_at from claims where key > @after order by key limit @batch) as piece
            """,
            row => row.IsDBNull(0) ? null : new ClaimPiece(after, row.GetString(0), Convert.ToInt64(row.GetValue(1), null) == 1),
            cancellationToken,
            ("after", after),
            ("batch", _batch));
        return found[0];
    }

    // The clock is asked again, since a claim may have been taken anew in the meantime.
    private Task<long> RemoveAsync(ClaimPiece piece, CancellationToken cancellationToken) => _desk.RunAsync(
        connection => (long)connection.Execute(
            $"delete from claims where key > @after and key <= @last and expires_at <= {_dialect.Clock}", ("after", piece.After), ("last", piece.Last)),
        cancellationToken);
}

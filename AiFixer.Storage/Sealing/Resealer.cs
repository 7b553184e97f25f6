using System.Data.Common;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Leases;
using AiFixer.Storage.Reading;
using AiFixer.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Sealing;

/// <summary>
/// Seals what is in the store with the newest key: what was in clear, and what an older key sealed. Walks every row once, a
/// small piece at a time with a pause after it, and leaves alone what it cannot open.
/// </summary>
internal sealed class Resealer : IAsyncDisposable
{
    private const long Piece = 100;
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    // Others may go on writing without the key, or with an older one, until they are restarted.
    private static readonly TimeSpan Young = TimeSpan.FromDays(1);
    private readonly Reader _reader;
    private readonly Dialect _dialect;
    private readonly Desk _desk;
    private readonly Turn _turn;
    private readonly TimeSpan _pause;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly PeriodicTimer? _timer;
    private readonly Task _loop;

    public Resealer(Reader reader, Dialect dialect, Desk desk, Turn turn, StorageOptions options, TimeProvider time, ILogger logger)
    {
        (_reader, _dialect, _desk, _turn, _pause, _time, _logger) = (reader, dialect, desk, turn, options.ResealPause, time, logger);
        _timer = reader.Vault.Current is null ? null : new(FirstLook, time);
        _loop = _timer is null ? Task.CompletedTask : LoopAsync(_timer);
    }

    /// <returns>How many rows were sealed anew.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        await _reader.LearnAsync(cancellationToken);
        if (_reader.Vault.Current is not { } key || !await _turn.TakeAsync(cancellationToken))
            return 0;
        var rows = 0L;
        foreach (var column in SealedColumn.All)
            rows += await WalkAsync(column, SealForm.Prefix(key.Id), cancellationToken);
        await _desk.RunAsync(connection => DataKeyTable.Whole(connection, key.Id), cancellationToken);
        await _turn.EndAsync(cancellationToken);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Cancel();
        _timer?.Dispose();
        await _loop;
        _stop.Dispose();
    }

    private async Task<long> WalkAsync(SealedColumn column, byte[] prefix, CancellationToken cancellationToken)
    {
        var rows = 0L;
        var last = column.Begin;
        while (await NextAsync(column, last, prefix, cancellationToken) is { Count: > 0 } found)
        {
            last = found[^1].Row;
            if (found.Any(row => row.Content is not null))
                rows += await SealAsync(column, found, cancellationToken);
        }

        return rows;
    }

    private Task<IReadOnlyList<(IReadOnlyList<object> Row, byte[]? Content)>> NextAsync(
        SealedColumn column, IReadOnlyList<object> after, byte[] prefix, CancellationToken cancellationToken) =>
        _reader.ListAsync(column.Select, column.Read, cancellationToken, [("prefix", prefix), ("rows", Piece), .. SealedColumn.Parameters(after)]);

    private async Task<long> SealAsync(
        SealedColumn column, IReadOnlyList<(IReadOnlyList<object> Row, byte[]? Content)> found, CancellationToken cancellationToken)
    {
        var anew = found.Select(row => (row.Row, Content: row.Content is null ? null : Seal(column, row.Row, row.Content))).Where(row => row.Content is not null).ToList();
        var rows = await _desk.RunAsync(connection => Write(connection, column, anew), cancellationToken);
        await _turn.TakeAsync(cancellationToken);
        await Task.Delay(_pause, _time, cancellationToken);
        return rows;
    }

    private byte[]? Seal(SealedColumn column, IReadOnlyList<object> row, byte[] content)
    {
        var place = column.PlaceOf(row);
        try
        {
            return _reader.Vault.Seal(_reader.Vault.Open(content, place), place).ToArray();
        }
        catch (ContentDamagedException)
        {
            // It stays as it is, where verify-audit shows it.
            _logger.NotResealed(place);
            return null;
        }
    }

    private long Write(DbConnection connection, SealedColumn column, IReadOnlyList<(IReadOnlyList<object> Row, byte[]? Content)> anew)
    {
        connection.Execute(_dialect.BeginWrite);
        try
        {
            var rows = anew.Sum(row => (long)column.Update(connection, row.Row, row.Content!));
            connection.Execute("commit");
            return rows;
        }
        catch
        {
            connection.Execute("rollback");
            throw;
        }
    }

    private async Task LoopAsync(PeriodicTimer timer)
    {
        while (await timer.WaitForNextTickAsync())
        {
            timer.Period = Again;
            await SafelyAsync();
        }
    }

    private async Task SafelyAsync()
    {
        try
        {
            if (await IsWantedAsync() && await RunAsync(_stop.Token) is > 0 and var rows)
                _logger.Resealed(rows);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The next start begins anew.
        }
        catch (Exception exception)
        {
            _logger.ResealFailed(exception);
        }
    }

    private async Task<bool> IsWantedAsync()
    {
        if (_reader.Vault.Current is not { } key)
            return false;
        var keys = await _reader.ListAsync(DataKeyTable.All, DataKeyTable.Read, _stop.Token);
        return keys.Any(one => one.Id == key.Id && (!one.IsWhole || _time.GetUtcNow() - one.MadeAt < Young));
    }
}

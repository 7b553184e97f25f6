using AiFixer.Core.Ports;
using AiFixer.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Audit;

/// <summary>Signs how far each stream is, whenever there is something new.</summary>
internal sealed class Checkpointer : IAsyncDisposable
{
    private readonly Streams _streams;
    private readonly Seal _seal;
    private readonly Desk _desk;
    private readonly CheckpointFile _file;
    private readonly AuditKey _key;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly PeriodicTimer _timer;
    private readonly Task _loop;
    private bool _sealed;

    public Checkpointer(Streams streams, Seal seal, Desk desk, StorageOptions options, TimeProvider time, ILogger logger)
    {
        (_streams, _seal, _desk, _time, _logger) = (streams, seal, desk, time, logger);
        _key = AuditKey.FindOrMake(options.Keys, options.AuditKey, logger);
        _file = new(options.CheckpointPath, logger);
        _file.Open();
        _timer = new(options.CheckpointEvery, time);
        _loop = LoopAsync();
    }

    /// <summary>Signs what is new now.</summary>
    public async Task CheckpointAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var stream in _streams.All)
            {
                await SealOthersOnceAsync(cancellationToken);
                await CoverAsync(stream.Id, stream.Settled, cancellationToken);
            }

            _streams.Forget(stream => _file.Covered(stream.Id).Seq >= stream.Settled.Seq);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _loop;
        await SafelyAsync();
        _key.Dispose();
        _turn.Dispose();
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
            await CheckpointAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JournalUnavailableException)
        {
            _logger.CheckpointFailed(exception);
        }
    }

    // What earlier runs wrote after their last checkpoint, because they crashed, is covered from now on.
    private async Task SealOthersOnceAsync(CancellationToken cancellationToken)
    {
        if (_sealed)
            return;
        var own = _streams.All.Select(stream => stream.Id).ToHashSet();
        foreach (var (id, position) in await _seal.FindAsync(own, _file.Covered, cancellationToken))
            await CoverAsync(id, position, cancellationToken);
        _sealed = true;
    }

    private async Task CoverAsync(long stream, StreamPosition position, CancellationToken cancellationToken)
    {
        if (position.Seq <= _file.Covered(stream).Seq || !_file.Append(stream, position, _time.GetUtcNow(), _key))
            return;
        await _desk.RunAsync(connection => CheckpointRecord.Write(connection, stream, _file.Id, _file.Lines, _file.Last), cancellationToken);
    }
}

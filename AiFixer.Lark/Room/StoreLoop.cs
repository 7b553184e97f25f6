using AiFixer.Core.Ports;
using Microsoft.Extensions.Logging;

namespace AiFixer.Lark.Room;

/// <summary>Looks at the store again and again: now and then, at once when it is told to, and however often the store is away.</summary>
/// <param name="what">What waits meanwhile, for the log.</param>
internal sealed partial class StoreLoop(string what, RoomBell bell, TimeSpan betweenLooks, TimeProvider time, ILogger logger)
{
    private volatile bool _isAway;

    /// <param name="look">One look; says whether there may be more to do right now.</param>
    public async Task RunAsync(Func<CancellationToken, Task<bool>> look, CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                if (!await TryAsync(look, stopping))
                    await bell.WaitAsync(betweenLooks, time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop; what was begun is taken up again by whoever starts.
        }
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task<bool>> look, CancellationToken stopping)
    {
        try
        {
            var isMore = await look(stopping);
            _isAway = false;
            return isMore;
        }
        catch (JournalUnavailableException e)
        {
            if (!_isAway)
                StoreAway(what, e.Message);
            _isAway = true;
            return false;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // Whatever it is, it must not stop the service with everything else in it.
            Stumbled(e, what);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{What} waits while the store is away: {Reason}")]
    private partial void StoreAway(string what, string reason);

    [LoggerMessage(LogLevel.Error, "{What} could not be looked after; it is tried again")]
    private partial void Stumbled(Exception e, string what);
}

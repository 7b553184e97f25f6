using AiFixer.Core.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Lark.Room;

/// <summary>Looks once a second, and at once when it is told to.</summary>
internal sealed partial class RoomService(
    RoomKeeper keeper, IPostedMessages posted, IInbox inbox, RoomBell bell, RoomOptions options, TimeProvider time, ILogger<RoomService> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenMeasures = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    /// <summary>A card can be changed for 14 days; after so long nobody asks about one either.</summary>
    private static readonly TimeSpan MessagesKept = TimeSpan.FromDays(90);

    private DateTimeOffset _measured = DateTimeOffset.MinValue;
    private DateTimeOffset _cleaned = DateTimeOffset.MinValue;
    private bool _isAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await LookAsync(stoppingToken))
                    await bell.WaitAsync(BetweenLooks, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }

        await LeaveAsync();
    }

    /// <summary>Whoever else is there need not wait until our turn runs out.</summary>
    private async Task LeaveAsync()
    {
        using var late = new CancellationTokenSource(BetweenLooks, time);
        try
        {
            await keeper.LeaveAsync(late.Token);
        }
        catch (Exception e) when (e is JournalUnavailableException or OperationCanceledException)
        {
            NotLeft(e.Message);
        }
    }

    /// <summary>While the store is away nothing is sent; then it goes on where it was.</summary>
    private async Task<bool> LookAsync(CancellationToken stopping)
    {
        try
        {
            var isMore = await keeper.LookAsync(stopping);
            await NowAndThenAsync(stopping);
            _isAway = false;
            return isMore;
        }
        catch (JournalUnavailableException e)
        {
            if (!_isAway)
                StoreAway(e.Message);
            _isAway = true;
            return false;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // Whatever it is, it must not stop the service with everything else in it.
            Stumbled(e);
            return false;
        }
    }

    private async Task NowAndThenAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        if (now - _measured >= BetweenMeasures)
        {
            await keeper.MeasureAsync(stopping);
            _measured = now;
        }

        if (now - _cleaned >= BetweenCleanings)
        {
            await posted.ForgetAsync(RoomKeys.Channel, MessagesKept, stopping);
            await inbox.ForgetAsync(RoomKeys.Channel, options.Remembered, stopping);
            _cleaned = now;
        }
    }

    [LoggerMessage(LogLevel.Error, "What Lark shows could not be looked after; it is tried again")]
    private partial void Stumbled(Exception e);

    [LoggerMessage(LogLevel.Information, "The turn to talk to Lark could not be given back; it runs out by itself: {Reason}")]
    private partial void NotLeft(string reason);

    [LoggerMessage(LogLevel.Warning, "Lark is told nothing while the store is away: {Reason}")]
    private partial void StoreAway(string reason);
}

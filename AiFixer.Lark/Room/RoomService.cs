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

    private readonly StoreLoop _loop = new("What Lark shows", bell, BetweenLooks, time, logger);
    private DateTimeOffset _measured = DateTimeOffset.MinValue;
    private DateTimeOffset _cleaned = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _loop.RunAsync(LookAsync, stoppingToken);
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

    private async Task<bool> LookAsync(CancellationToken stopping)
    {
        var isMore = await keeper.LookAsync(stopping);
        await NowAndThenAsync(stopping);
        return isMore;
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

    [LoggerMessage(LogLevel.Information, "The turn to talk to Lark could not be given back; it runs out by itself: {Reason}")]
    private partial void NotLeft(string reason);
}

using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Running;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Grains.Changes;

/// <summary>Follows what all processes write, once a second for everybody who watches in this one.</summary>
internal sealed partial class StoreWatch(IChangeLog log, TimeProvider time, ILogger<StoreWatch> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private ChangePosition? position;
    private bool isAway;

    public ChangeFeed Feed { get; } = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        try
        {
            do
                await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    /// <summary>While the store is away nobody sees anything new; then reading goes on where it was.</summary>
    private async Task LookAsync(CancellationToken stopping)
    {
        try
        {
            if (position is null)
                position = await log.EndAsync(stopping);
            else
                position = await ReadAsync(position, stopping);
            isAway = false;
        }
        catch (JournalUnavailableException e)
        {
            if (!isAway)
                NotRead(e.Message);
            isAway = true;
        }
    }

    private async Task<ChangePosition> ReadAsync(ChangePosition from, CancellationToken stopping)
    {
        ChangePage page;
        do
        {
            page = await log.AfterAsync(from, stopping);
            foreach (var change in page.Changes)
                Feed.Publish(change);
            position = from = page.Next;
        }
        while (!page.IsLast);
        return from;
    }

    [LoggerMessage(LogLevel.Warning, "What others change cannot be seen for now: {Reason}")]
    private partial void NotRead(string reason);
}

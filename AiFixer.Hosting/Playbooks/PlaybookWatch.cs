using AiFixer.Hosting.Dynamic;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Playbooks;

/// <summary>Reads the playbooks before anything runs by them, and then whatever other processes change.</summary>
internal sealed class PlaybookWatch(PlaybookCatalog catalog, DynamicOptions options, TimeProvider time) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await catalog.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.RefreshEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await catalog.RefreshAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }
}

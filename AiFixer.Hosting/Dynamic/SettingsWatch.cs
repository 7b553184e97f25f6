using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Dynamic;

/// <summary>Reads the settings before anything else runs, and then whatever other processes change.</summary>
internal sealed class SettingsWatch(DynamicSettings settings, DynamicOptions options, TimeProvider time) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await settings.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.RefreshEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await settings.RefreshAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }
}

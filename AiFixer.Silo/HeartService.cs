using AiFixer.Grains.Scheduling;

namespace AiFixer.Silo;

/// <summary>Beats while the silo is up.</summary>
internal sealed class HeartService(Heart heart) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => heart.RunAsync(stoppingToken);
}

using AiFixer.Core.Ports;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Dynamic;

/// <summary>Reads every second what people said of the policy: calls that wait for their place go by what was read last.</summary>
internal sealed class PolicyRefresh(IPolicyFacts facts, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await ReadAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        try
        {
            await facts.ReadAsync(stoppingToken);
        }
        catch (JournalUnavailableException)
        {
            // What is known gets old, and then nothing leaves.
        }
    }
}

using AiFixer.Core.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Hosting.Dynamic;

/// <summary>Reads every second what people said of the policy: calls that wait for their place go by what was read last.</summary>
internal sealed partial class PolicyRefresh(IPolicyFacts facts, TimeProvider time, ILogger<PolicyRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private string? said;

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
            said = null;
        }
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            // What is known gets old, and then nothing leaves. Whatever it is, it must not end the process.
            if (said != problem.Message)
                Unread(problem);
            said = problem.Message;
        }
    }

    [LoggerMessage(LogLevel.Warning, "What people said of the policy cannot be read; nothing leaves until it can")]
    private partial void Unread(Exception problem);
}

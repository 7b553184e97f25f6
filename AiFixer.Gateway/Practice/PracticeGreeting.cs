using AiFixer.Playground;

namespace AiFixer.Gateway.Practice;

/// <summary>Says on the console where to click.</summary>
internal sealed class PracticeGreeting(PracticeWorld world, PracticeAddress address) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var home = await address.BaseAsync(stoppingToken);
        await Console.Out.WriteLineAsync(
            $"""

            AiFixer is ready.
              Break something:      {new Uri(home, "practice")}
              See what becomes of it: {home}
              The practice cluster:  kubectl --server {world.Url} get pods -A

            """);
    }
}

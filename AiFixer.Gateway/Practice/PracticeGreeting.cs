using AiFixer.Playground;
using AiFixer.Playground.Lark;

namespace AiFixer.Gateway.Practice;

/// <summary>Says on the console where to click.</summary>
internal sealed class PracticeGreeting(PracticeWorld world, PracticeAddress address, PracticeLark? lark = null) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var home = await address.BaseAsync(stoppingToken);
        await Console.Out.WriteLineAsync(
            $"""

            AiFixer is ready.
              Break something:      {new Uri(home, "practice")}
              See what becomes of it: {home}
              {(lark is null ? "Lark is your own:      as configured" : $"Talk about it:        {lark.Url}")}
              The practice cluster:  kubectl --server {world.Url} get pods -A

            """);
    }
}

using AiFixer.Cluster.Tests.Processes;
using AiFixer.EndToEnd.Crash;

namespace AiFixer.Cluster.Tests.Chaos;

/// <summary>Kills a silo every few seconds at a seeded moment; each is started again at once.</summary>
internal sealed class Killer(SiloFleet fleet, Random random)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(1);
    private readonly List<Task> starting = [];

    public List<Kill> Kills { get; } = [];

    public async Task RunAsync(TimeSpan length, CancellationToken cancellation)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begin) < length)
        {
            await Tick.AfterAsync(Every + (Jitter * ((2 * random.NextDouble()) - 1)), cancellation);
            await KillAsync();
        }

        await Task.WhenAll(starting);
    }

    /// <summary>Never the last one that lives: on a slow machine a start may take longer than the next kill leaves.</summary>
    private async Task KillAsync()
    {
        var living = fleet.Slots.Where(slot => slot.IsUp).ToList();
        if (living.Count < 2)
            return;
        var victim = living[random.Next(living.Count)];
        Kills.Add(new(victim.Silo.Process.Id, TimeProvider.System.GetUtcNow()));
        await victim.KillAsync();
        starting.Add(victim.StartAsync());
    }
}

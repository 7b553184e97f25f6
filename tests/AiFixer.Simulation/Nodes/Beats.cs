using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;

namespace AiFixer.Simulation.Nodes;

/// <summary>Wakes what is due in the shards that are this node's by now, and what it wanted to be looked at again.</summary>
internal sealed class Beats(ShardScan scan, EngineNode engine, Placement placement, ClusterNode node)
{
    private const int BeatsBetweenResumes = 5;
    private readonly HashSet<int> known = [];
    private int beats;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(scan.Options.ScanInterval, node.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                await BeatAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private async Task BeatAsync()
    {
        beats++;
        foreach (var id in engine.TakeRechecks())
            await TryAsync(id, home => home.WakeAsync(id, default));
        for (var number = 0; number < Placement.Shards; number++)
            await BeatAsync(new IncidentShard(number, Placement.Shards));
    }

    /// <summary>One whose shard it was not before looks for what was left under way.</summary>
    private async Task BeatAsync(IncidentShard shard)
    {
        if (!placement.Has(node, shard.Number))
        {
            known.Remove(shard.Number);
            return;
        }

        try
        {
            if (known.Add(shard.Number) || beats % BeatsBetweenResumes == 0)
            {
                foreach (var id in await scan.UnderWayAsync(shard, CancellationToken.None))
                    await TryAsync(id, home => home.ResumeAsync(id));
            }

            foreach (var due in await scan.DueAsync(shard, CancellationToken.None))
                await TryAsync(due.Id, home => home.LookAsync(due.Id, due.Place));
        }
        catch (JournalUnavailableException)
        {
            // Everything under way is in the store: the next beat finds it.
        }
    }

    private async Task TryAsync(IncidentId id, Func<ClusterNode, Task<bool>> call)
    {
        try
        {
            await placement.CallAsync(node, id, call);
        }
        catch (JournalUnavailableException)
        {
            // It is due at the next beat too.
        }
    }
}

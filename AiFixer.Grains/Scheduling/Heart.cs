using AiFixer.Engine.Nodes;
using Microsoft.Extensions.Logging;

namespace AiFixer.Grains.Scheduling;

/// <summary>Beats all shards and passes on what this silo wanted to be looked at again.</summary>
internal sealed partial class Heart(EngineNode node, ShardScan scan, IGrainFactory grains, ShardOptions options, TimeProvider time, ILogger<Heart> logger)
{
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(scan.Options.ScanInterval, time);
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

    public Task BeatAsync()
    {
        var looks = node.TakeRechecks().Select(id => TryAsync(() => grains.GetGrain<IIncidentGrain>(id.Value).WakeAsync(), $"{id} could not be woken"));
        var beats = Enumerable.Range(0, options.Shards).Select(shard => TryAsync(() => grains.GetGrain<IDueShardGrain>(shard).BeatAsync(), $"shard {shard} does not answer"));
        return Task.WhenAll([.. looks, .. beats]);
    }

    /// <summary>What is not reached now is found by the next beat of any silo: everything under way is in the store.</summary>
    private async Task TryAsync(Func<Task> call, string otherwise)
    {
        try
        {
            await call();
        }
        catch (Exception e)
        {
            Missed(otherwise, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A beat was missed: {What}: {Reason}")]
    private partial void Missed(string what, string reason);
}

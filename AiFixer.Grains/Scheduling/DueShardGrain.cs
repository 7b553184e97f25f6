using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;
using Microsoft.Extensions.Logging;

namespace AiFixer.Grains.Scheduling;

/// <summary>
/// Wakes what is due in its part. When its silo dies, the next beat of any other silo brings it up elsewhere, and there it
/// first looks for what was left under way.
/// </summary>
internal sealed partial class DueShardGrain(ShardScan scan, ShardOptions options, ILogger<DueShardGrain> logger) : Grain, IDueShardGrain
{
    private readonly WokenLately woken = new(options.ResumeInterval * 0.8);
    private DateTimeOffset? scannedAt;
    private DateTimeOffset? resumedAt;

    private IncidentShard Shard => new((int)this.GetPrimaryKeyLong(), options.Shards);

    public async Task BeatAsync()
    {
        if (!IsTime(scannedAt, scan.Options.ScanInterval))
            return;
        scannedAt = scan.Now;
        try
        {
            await ResumeAsync();
            await WakeAsync(woken.Choose(await scan.DueAsync(Shard, CancellationToken.None), scan.Now));
        }
        catch (JournalUnavailableException e)
        {
            StoreIsGone(Shard.Number, e.Message);
        }
    }

    private async Task WakeAsync(IReadOnlyList<IncidentId> due)
    {
        var reached = await EachAsync(due, incident => incident.LookAsync());
        foreach (var id in reached)
            woken.Woken(id, scan.Now);
    }

    private async Task ResumeAsync()
    {
        if (!IsTime(resumedAt, options.ResumeInterval))
            return;
        await EachAsync(await scan.UnderWayAsync(Shard, CancellationToken.None), incident => incident.ResumeAsync());
        resumedAt = scan.Now;
    }

    /// <summary>A little early is on time: beats are not that regular. A clock that was set back must not stop us.</summary>
    private bool IsTime(DateTimeOffset? last, TimeSpan interval)
    {
        var passed = scan.Now - last;
        return passed is null || passed < TimeSpan.Zero || passed >= interval * 0.8;
    }

    /// <summary>One incident that cannot be reached now keeps no other from being woken; it is due at the next beat too.</summary>
    private async Task<IReadOnlyList<IncidentId>> EachAsync(IReadOnlyList<IncidentId> ids, Func<IIncidentGrain, Task> call)
    {
        var calls = ids.Select(id => call(GrainFactory.GetGrain<IIncidentGrain>(id.Value))).ToList();
        await Task.WhenAll(calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (calls.Find(one => one.IsFaulted) is { Exception: { } e })
            NotWoken(calls.Count(one => one.IsFaulted), calls.Count, e.GetBaseException().Message);
        return [.. ids.Where((_, i) => calls[i].IsCompletedSuccessfully)];
    }

    [LoggerMessage(LogLevel.Warning, "The store cannot be asked what is due in shard {Shard}: {Reason}")]
    private partial void StoreIsGone(int shard, string reason);

    [LoggerMessage(LogLevel.Warning, "{Failed} of {All} incidents could not be woken; they are tried again: {Reason}")]
    private partial void NotWoken(int failed, int all, string reason);
}

using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;
using AiFixer.Grains.Incidents;
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
            await WakeAsync(await scan.DueAsync(Shard, CancellationToken.None));
        }
        catch (JournalUnavailableException e)
        {
            StoreIsGone(Shard.Number, e.Message);
        }
    }

    private async Task WakeAsync(IReadOnlyList<DueWork> due)
    {
        var chosen = woken.Choose([.. due.Select(work => work.Id)], scan.Now).ToHashSet();
        var reached = await EachAsync([.. due.Where(work => chosen.Contains(work.Id))], incident => incident.LookAsync());
        foreach (var id in reached)
            woken.Woken(id, scan.Now);
    }

    private async Task ResumeAsync()
    {
        if (!IsTime(resumedAt, options.ResumeInterval))
            return;
        await EachAsync([.. (await scan.UnderWayAsync(Shard, CancellationToken.None)).Select(id => new DueWork(id, default))], incident => incident.ResumeAsync());
        resumedAt = scan.Now;
    }

    /// <summary>A little early is on time: beats are not that regular. A clock that was set back must not stop us.</summary>
    private bool IsTime(DateTimeOffset? last, TimeSpan interval)
    {
        var passed = scan.Now - last;
        return passed is null || passed < TimeSpan.Zero || passed >= interval * 0.8;
    }

    /// <summary>One incident that cannot be reached now keeps no other from being woken; it is due at the next beat too.</summary>
    private async Task<IReadOnlyList<IncidentId>> EachAsync(IReadOnlyList<DueWork> all, Func<IIncidentGrain, Task> call)
    {
        var calls = all.Select(work => OneAsync(work, call)).ToList();
        await Task.WhenAll(calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (calls.Find(one => one.IsFaulted) is { Exception: { } e })
            NotWoken(calls.Count(one => one.IsFaulted), calls.Count, e.GetBaseException().Message);
        return [.. all.Where((_, i) => calls[i].IsCompletedSuccessfully).Select(work => work.Id)];
    }

    private async Task OneAsync(DueWork work, Func<IIncidentGrain, Task> call)
    {
        PlaceLabel.Attach(work.Place);
        await call(GrainFactory.GetGrain<IIncidentGrain>(work.Id.Value));
    }

    [LoggerMessage(LogLevel.Warning, "The store cannot be asked what is due in shard {Shard}: {Reason}")]
    private partial void StoreIsGone(int shard, string reason);

    [LoggerMessage(LogLevel.Warning, "{Failed} of {All} incidents could not be woken; they are tried again: {Reason}")]
    private partial void NotWoken(int failed, int all, string reason);
}

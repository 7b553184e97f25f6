using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Store;

/// <summary>A store in the hands of a process that freezes once it has written that a call may leave, and wakes up later.</summary>
internal sealed class FreezingStore(IOpenStore inner) : IOpenStore, IJournal, ILease
{
    private readonly TaskCompletionSource frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource thawed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Frozen => frozen.Task;

    public IJournal Journal => this;

    public ILease Lease => this;

    public IIncidentQueries Queries => inner.Queries;

    public string Id => inner.Lease.Id;

    public void Thaw() => thawed.TrySetResult();

    public async ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        await AwakeAsync();
        var verdict = await inner.Journal.AppendAsync(append, cancellationToken);
        if (IncidentJson.ReadEntry(append.Entry).Events.OfType<ActionStarted>().Any())
            frozen.TrySetResult();
        return verdict;
    }

    public async ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken)
    {
        await AwakeAsync();
        return await inner.Journal.CountAsync(repeat, cancellationToken);
    }

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken) =>
        AwakeAsync(() => inner.Journal.LoadAsync(id, cancellationToken));

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) =>
        AwakeAsync(() => inner.Journal.EntriesAsync(id, cancellationToken));

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) =>
        AwakeAsync(() => inner.Journal.HolderAsync(claimKey, cancellationToken));

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) =>
        AwakeAsync(() => inner.Journal.DueAsync(now, limit, shard, cancellationToken));

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) =>
        AwakeAsync(() => inner.Journal.BlobAsync(hash, cancellationToken));

    public Task<LeaseState> AcquireAsync(CancellationToken cancellationToken) =>
        AwakeAsync(() => inner.Lease.AcquireAsync(cancellationToken));

    public Task ReleaseAsync(CancellationToken cancellationToken) => inner.Lease.ReleaseAsync(cancellationToken);

    public Task<bool> IsAliveAsync(string id, CancellationToken cancellationToken) =>
        AwakeAsync(() => inner.Lease.IsAliveAsync(id, cancellationToken));

    public Task EndAsync() => inner.EndAsync();

    private Task AwakeAsync() => frozen.Task.IsCompleted ? thawed.Task : Task.CompletedTask;

    private async Task<T> AwakeAsync<T>(Func<Task<T>> call)
    {
        await AwakeAsync();
        return await call();
    }
}

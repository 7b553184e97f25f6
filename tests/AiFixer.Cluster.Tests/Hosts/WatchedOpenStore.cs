using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>One process's view of a <see cref="WatchedStore"/>.</summary>
internal sealed class WatchedOpenStore(IOpenStore inner, WatchedStore watch) : IOpenStore, IJournal
{
    public IJournal Journal => this;

    public ILease Lease => inner.Lease;

    public IIncidentQueries Queries => inner.Queries;

    public async ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        await watch.Before(append);
        var verdict = await inner.Journal.AppendAsync(append, cancellationToken);
        watch.Note(new(inner.Lease.Id, append, verdict));
        return verdict;
    }

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) => inner.Journal.CountAsync(repeat, cancellationToken);

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken)
    {
        watch.NoteLoad();
        return inner.Journal.LoadAsync(id, cancellationToken);
    }

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) => inner.Journal.EntriesAsync(id, cancellationToken);

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) => inner.Journal.HolderAsync(claimKey, cancellationToken);

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) =>
        inner.Journal.DueAsync(now, limit, shard, cancellationToken);

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) => inner.Journal.BlobAsync(hash, cancellationToken);

    public Task EndAsync() => inner.EndAsync();
}

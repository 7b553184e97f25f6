using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Store;

/// <summary>One process's view of a <see cref="MemoryStore"/>.</summary>
internal sealed class MemoryOpenStore(MemoryStore store) : IOpenStore, IJournal
{
    private readonly MemoryLease lease = new(store);
    private bool ended;

    public IJournal Journal => this;

    public ILease Lease => lease;

    public IIncidentQueries Queries => new MemoryQueries(store, MustBeOpen);

    public ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            MustBeOpen();
            return new(lease.IsHeld ? Decide(append) : new AppendVerdict.LeaseLost());
        }
    }

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            MustBeOpen();
            var known = store.Incidents[repeat.Incident];
            store.Incidents[repeat.Incident] = known with { Repeats = known.Repeats + 1, LastSeen = repeat.SeenAt };
            if (repeat.Delivery is { } delivery)
                store.Claims.Take(repeat.Incident, [delivery]);
            return new(true);
        }
    }

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken) =>
        Read(() => store.Incidents.GetValueOrDefault(id));

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<StoredEntry>>(() => store.Entries.TryGetValue(id, out var entries) ? [.. entries] : []);

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) =>
        Read(() => store.Claims.Holder(claimKey));

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<DueIncident>>(() =>
            [.. store.Incidents.Values.Where(one => one.Row.Due <= now && shard?.Has(one.Id) != false)
                .OrderBy(one => one.Row.Severity != Severity.P0).ThenBy(one => one.Row.Due).Take(limit)
                .Select(one => new DueIncident(one.Id, one.Row.Severity, one.Row.Source))]);

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) => Read(() => store.Blobs.GetValueOrDefault(hash));

    public Task EndAsync()
    {
        lock (store.Gate)
        {
            ended = true;
            lease.Drop();
        }

        return Task.CompletedTask;
    }

    private AppendVerdict Decide(Append append)
    {
        var before = store.Incidents.GetValueOrDefault(append.Incident);
        if ((before?.Version ?? 0) != append.ExpectedVersion || (before?.Digest ?? "") != append.PreviousDigest)
            return new AppendVerdict.Stale();
        return store.Claims.Take(append.Incident, append.Claims) is { } lost ? lost : Store(append, before);
    }

    private AppendVerdict.Stored Store(Append append, StoredIncident? before)
    {
        store.Claims.Release(append.Incident, append.Releases);
        var version = append.ExpectedVersion + 1;
        var digest = EntryDigest.Of(append.PreviousDigest, append.Incident, version, append.Entry.Span);
        store.Incidents[append.Incident] = new(
            append.Incident, version, digest, append.Snapshot, append.Row, before?.Repeats ?? 0, before?.LastSeen ?? append.Row.OpenedAt, before?.Followers ?? 0);
        if (append.Followers is { } count)
            Count(count);
        if (!store.Entries.TryGetValue(append.Incident, out var entries))
            store.Entries[append.Incident] = entries = [];
        entries.Add(new(append.Incident, version, append.Entry, digest));
        foreach (var blob in append.Blobs)
            store.Blobs[blob.Hash] = blob;
        return new AppendVerdict.Stored(version, digest);
    }

    private void Count(FollowerCount count)
    {
        var leader = store.Incidents[count.Leader];
        store.Incidents[count.Leader] = leader with { Followers = leader.Followers + count.Change };
    }

    private Task<T> Read<T>(Func<T> read)
    {
        lock (store.Gate)
        {
            MustBeOpen();
            return Task.FromResult(read());
        }
    }

    private void MustBeOpen()
    {
        if (ended)
            throw new JournalUnavailableException("This process is gone.");
    }
}

using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage;

namespace AiFixer.Tests.Engine.Store;

/// <summary>One process's view of a <see cref="SqliteStore"/>. Times that the database tells are told in the test's time.</summary>
internal sealed class SqliteOpenStore(JournalStore store, SqliteStore clock) : IOpenStore, IJournal
{
    public IJournal Journal => this;

    public ILease Lease => store.Lease;

    public IIncidentQueries Queries => store.Queries;

    public async ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        var verdict = await store.Journal.AppendAsync(append, cancellationToken);
        return verdict is AppendVerdict.ClaimLost { Until: { } until } lost ? lost with { Until = until + clock.Ahead } : verdict;
    }

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) =>
        store.Journal.CountAsync(repeat, cancellationToken);

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken) =>
        store.Journal.LoadAsync(id, cancellationToken);

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) =>
        store.Journal.EntriesAsync(id, cancellationToken);

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) =>
        store.Journal.HolderAsync(claimKey, cancellationToken);

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) =>
        store.Journal.DueAsync(now, limit, shard, cancellationToken);

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) => store.Journal.BlobAsync(hash, cancellationToken);

    public async Task EndAsync()
    {
        await store.DisposeAsync();
        clock.EndLease(store.Lease.Id);
    }
}

using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Cluster.Tests.Snapshots;

/// <summary>A journal of which only entries are read, and how often.</summary>
internal sealed class CountedEntries(IJournal journal) : IJournal
{
    public int Reads { get; private set; }

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken)
    {
        Reads++;
        return journal.EntriesAsync(id, cancellationToken);
    }

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) => throw new NotSupportedException();
}

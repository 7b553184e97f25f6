using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Replays;

/// <summary>Has the entries of one story and counts how often they are read.</summary>
internal sealed class EntryJournal(Story story) : IJournal
{
    public int Reads { get; private set; }

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<StoredEntry>>(
            [.. story.Entries.Select((entry, i) => new StoredEntry(id, i + 1, IncidentJson.Write(entry), ""))]);
    }

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) => throw new NotSupportedException();
}

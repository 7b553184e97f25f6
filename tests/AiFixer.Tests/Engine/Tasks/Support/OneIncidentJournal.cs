using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Running;

namespace AiFixer.Tests.Engine.Tasks.Support;

/// <summary>Holds one incident and says to every append what the test chose.</summary>
internal sealed class OneIncidentJournal(Incident incident) : IJournal
{
    public AppendVerdict Verdict { get; init; } = new AppendVerdict.Stored(2, "d2");

    /// <summary>What happens elsewhere while an append is written.</summary>
    public Func<Task>? WhileAppending { get; init; }

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken) => Task.FromResult<StoredIncident?>(
        new(id, 1, "d1", IncidentJson.Write(incident), Projection.Of(incident), 0, incident.UpdatedAt));

    public async ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        if (WhileAppending is { } elsewhere)
            await elsewhere();
        return Verdict;
    }

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) => throw new NotSupportedException();
}

using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Running;

namespace AiFixer.Tests.Engine.Running.Support;

/// <summary>Holds one incident at a version, and answers appends in the order the test wrote down.</summary>
internal sealed class ScriptedJournal(Incident incident) : IJournal
{
    public Incident Incident { get; set; } = incident;

    public long Version { get; set; } = 1;

    public Queue<Func<AppendVerdict>> Verdicts { get; } = [];

    public List<Append> Appends { get; } = [];

    public int Loads { get; private set; }

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken)
    {
        Loads++;
        return Task.FromResult(id != Incident.Id ? null : new StoredIncident(
            id, Version, $"d{Version}", IncidentJson.Write(Incident), Projection.Of(Incident), 0, Incident.UpdatedAt));
    }

    public ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        Appends.Add(append);
        return new(Verdicts.TryDequeue(out var verdict) ? verdict() : new AppendVerdict.Stored(append.ExpectedVersion + 1, "d"));
    }

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) => throw new NotSupportedException();
}

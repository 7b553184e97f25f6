using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Gateway;

/// <summary>The ports the gateway talks to, with answers that the test chooses.</summary>
internal sealed class FakeIncidents : IIncidentHost, IIncidentQueries, IJournal, IArchive
{
    private readonly ConcurrentDictionary<IncidentId, StoredIncident> _stored = [];
    private readonly ConcurrentDictionary<IncidentId, StoredEntry[]> _entries = [];
    private readonly ConcurrentDictionary<string, Blob> _blobs = [];
    private readonly Channel<IncidentChange> _changes = Channel.CreateUnbounded<IncidentChange>();

    /// <summary>Incidents that are not there any more.</summary>
    public Dictionary<IncidentId, ArchivedIncident> Archived { get; } = [];

    public List<IncomingAlert> Reported { get; } = [];

    public List<(IncidentId Id, PersonInput Input)> Told { get; } = [];

    /// <summary>What becomes of the alert at this position.</summary>
    public Func<IncomingAlert, int, ReportReceipt> Receipt { get; set; } = (_, _) => new(ReportOutcome.Opened, Samples.Id);

    public TellReceipt Answer { get; set; } = new TellReceipt.Accepted(2, IncidentStatus.Proposing);

    /// <summary>The store cannot be reached.</summary>
    public bool Gone { get; set; }

    /// <summary>Where a search by text stops for want of time.</summary>
    public IncidentId? SearchedTo { get; set; }

    public TaskCompletionSource Watched { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(Incident incident, long version = 1, params JournalEntry[] entries)
    {
        var row = new IncidentRow(
            incident.Status, incident.Severity, incident.Alert.Name, incident.Alert.Fingerprint,
            incident.Alert.Target?.ToString() ?? "", incident.OpenedAt, incident.UpdatedAt, incident.Task?.Due,
            incident.Group?.Leader, incident.Alert.Source, incident.Alert.GroupKey ?? "");
        _stored[incident.Id] = new(incident.Id, version, "", IncidentJson.Write(incident), row, 3, incident.UpdatedAt);
        _entries[incident.Id] = [.. entries.Select((entry, i) => new StoredEntry(incident.Id, i + 1, IncidentJson.Write(entry), ""))];
    }

    public void Follow(IncidentId leader, long followers) => _stored[leader] = _stored[leader] with { Followers = followers };

    public void Add(Blob blob) => _blobs[blob.Hash] = blob;

    public void Change(IncidentChange change) => _changes.Writer.TryWrite(change);

    public Task<IReadOnlyList<ReportReceipt>> ReportAsync(IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken)
    {
        Check();
        Reported.AddRange(alerts);
        return Task.FromResult<IReadOnlyList<ReportReceipt>>([.. alerts.Select(Receipt)]);
    }

    public Task<TellReceipt> TellAsync(IncidentId id, PersonInput input, CancellationToken cancellationToken)
    {
        Check();
        if (_stored.TryGetValue(id, out var stored) && input.Versions?.Contains(stored.Version) == false)
            return Task.FromResult<TellReceipt>(new TellReceipt.Changed());
        Told.Add((id, input));
        return Task.FromResult(_stored.ContainsKey(id) ? Answer : new TellReceipt.NotFound());
    }

    public async IAsyncEnumerable<IncidentChange> ChangesAsync(IncidentId? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Watched.TrySetResult();
        await foreach (var change in _changes.Reader.ReadAllAsync(cancellationToken))
        {
            if (only is null || only == change.Id)
                yield return change;
        }
    }

    public Task<IncidentPage> ListAsync(IncidentFilter filter, CancellationToken cancellationToken)
    {
        Check();
        var found = _stored.Values.OrderByDescending(one => one.Id)
            .Where(one => filter.Leader is { } leader ? one.Row.Leader == leader : filter.WithFollowers || filter.Text is not null || one.Row.Leader is null)
            .Where(one => filter.Target is not { } target || one.Row.Target == target)
            .Where(one => filter.Group is not { } group || one.Row.Group == group)
            .Where(one => filter.Before is not { } before || one.Id < before)
            .Where(one => filter.Statuses is null || filter.Statuses.Contains(one.Row.Status))
            .Where(one => filter.Severities is null || filter.Severities.Contains(one.Row.Severity))
            .Where(one => filter.Text is null || one.Row.Title.Contains(filter.Text, StringComparison.OrdinalIgnoreCase))
            .Take(filter.Limit + 1).ToList();
        var items = found.Take(filter.Limit).Select(one => new IncidentListItem(one.Id, one.Version, one.Row, one.Repeats, one.LastSeen, one.Followers)).ToList();
        return Task.FromResult(new IncidentPage(items, found.Count > items.Count ? items[^1].Id : filter.Text is null ? null : SearchedTo));
    }

    public Task<IReadOnlyDictionary<IncidentStatus, long>> CountAsync(CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyDictionary<IncidentStatus, long>>(
            _stored.Values.GroupBy(one => one.Row.Status).ToDictionary(group => group.Key, group => (long)group.Count()));
    }

    public Task PingAsync(CancellationToken cancellationToken)
    {
        Check();
        return Task.CompletedTask;
    }

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(_stored.GetValueOrDefault(id));
    }

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<StoredEntry>>(_entries.GetValueOrDefault(id) ?? []);
    }

    public Task<ArchivedIncident?> FindAsync(IncidentId id, CancellationToken cancellationToken) =>
        Task.FromResult(Archived.GetValueOrDefault(id));

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(_blobs.GetValueOrDefault(hash));
    }

    public ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void Check()
    {
        if (Gone)
            throw new JournalUnavailableException("The database is away.");
    }
}

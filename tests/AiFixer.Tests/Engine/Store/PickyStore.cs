using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Store;

/// <summary>A store in which something about one account cannot be written down.</summary>
internal sealed class PickyStore(IStore inner, string account, Func<IncidentEvent, bool> refused) : IStore
{
    public async Task<IOpenStore> OpenAsync() => new Picky(await inner.OpenAsync(), account, refused);

    public void Advance(TimeSpan by) => inner.Advance(by);

    public Task<IReadOnlyList<string>> AuditAsync() => inner.AuditAsync();

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class Picky(IOpenStore inner, string account, Func<IncidentEvent, bool> refused) : IOpenStore, IJournal
    {
        public IJournal Journal => this;

        public ILease Lease => inner.Lease;

        public IIncidentQueries Queries => inner.Queries;

        public ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken) =>
            append.Row.Target.Contains(account, StringComparison.Ordinal) && IncidentJson.ReadEntry(append.Entry).Events.Any(refused)
                ? throw new InvalidOperationException("poison")
                : inner.Journal.AppendAsync(append, cancellationToken);

        public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) => inner.Journal.CountAsync(repeat, cancellationToken);

        public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken) => inner.Journal.LoadAsync(id, cancellationToken);

        public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) => inner.Journal.EntriesAsync(id, cancellationToken);

        public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) => inner.Journal.HolderAsync(claimKey, cancellationToken);

        public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) =>
            inner.Journal.DueAsync(now, limit, shard, cancellationToken);

        public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) => inner.Journal.BlobAsync(hash, cancellationToken);

        public Task EndAsync() => inner.EndAsync();
    }
}

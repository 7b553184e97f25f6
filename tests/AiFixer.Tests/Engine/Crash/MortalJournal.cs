using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Crash;

/// <summary>A journal in the hands of a process that may die before and after every write.</summary>
internal sealed class MortalJournal(IJournal inner, Life life) : IJournal
{
    private int scans;

    /// <summary>How often it was asked what is due.</summary>
    public int Scans => Volatile.Read(ref scans);

    public async ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken) =>
        await life.HandOverAsync("append", () => inner.AppendAsync(append, cancellationToken).AsTask());

    public async ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) =>
        await life.HandOverAsync("count", () => inner.CountAsync(repeat, cancellationToken).AsTask());

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken) =>
        life.ReadAsync(() => inner.LoadAsync(id, cancellationToken));

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) =>
        life.ReadAsync(() => inner.EntriesAsync(id, cancellationToken));

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) =>
        life.ReadAsync(() => inner.HolderAsync(claimKey, cancellationToken));

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref scans);
        return life.ReadAsync(() => inner.DueAsync(now, limit, shard, cancellationToken));
    }

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) =>
        life.ReadAsync(() => inner.BlobAsync(hash, cancellationToken));
}

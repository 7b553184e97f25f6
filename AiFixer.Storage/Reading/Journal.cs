using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Statements;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Reading;

internal sealed class Journal(Desk desk, Reader reader, Dialect dialect) : IJournal
{
    private readonly JournalReader _incidents = new(reader);

    public ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken) =>
        desk.AppendAsync(append, cancellationToken);

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) =>
        desk.CountAsync(repeat, cancellationToken);

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken) =>
        _incidents.LoadAsync(id, cancellationToken);

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) =>
        _incidents.EntriesAsync(id, cancellationToken);

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) =>
        _incidents.BlobAsync(hash, cancellationToken);

    public async Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            $"select incident from claims where key = @key and (expires_at is null or expires_at > {dialect.Clock})",
            row => new IncidentId(row.GetString(0)),
            cancellationToken,
            ("key", claimKey));
        return found.Count == 0 ? null : found[0];
    }

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) => reader.ListAsync(
        DueQuery.Text,
        row => new DueIncident(new(row.GetString(0)), Names.Severity(row.GetString(1)), row.GetString(2)),
        cancellationToken,
        [("now", now.UtcTicks), ("limit", (long)limit), .. Shards.Parameters(shard)]);
}

using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Storage.Reading;

internal sealed class JournalReader(Reader reader) : IJournalReader
{
    public async Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            $"select {IncidentRows.StoredColumns} from incidents where id = @id", IncidentRows.Stored, cancellationToken, ("id", id.Value));
        return found.Count == 0 ? null : found[0];
    }

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) => reader.ListAsync(
        "select version, entry, digest from entries where incident = @id order by version",
        row => new StoredEntry(id, row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetString(2)),
        cancellationToken,
        ("id", id.Value));

    public async Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            "select media_type, bytes from blobs where hash = @hash",
            row => new Blob(hash, row.GetString(0), row.GetFieldValue<byte[]>(1)),
            cancellationToken,
            ("hash", hash));
        return found.Count == 0 ? null : found[0];
    }
}

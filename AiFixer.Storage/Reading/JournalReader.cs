using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Reading;

internal sealed class JournalReader(Reader reader) : IJournalReader
{
    public async Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            $"select {IncidentRows.StoredColumns} from incidents where id = @id", row => IncidentRows.Stored(row, reader.Vault), cancellationToken, ("id", id.Value));
        return found.Count == 0 ? null : found[0];
    }

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) => reader.ListAsync(
        "select version, entry, digest from entries where incident = @id order by version",
        row => new StoredEntry(id, row.GetInt64(0), reader.Vault.Open(row.GetFieldValue<byte[]>(1), Places.Entry(id.Value, row.GetInt64(0))), row.GetString(2)),
        cancellationToken,
        ("id", id.Value));

    public async Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            "select media_type, bytes from blobs where hash = @hash",
            row => new Blob(hash, row.GetString(0), reader.Vault.Open(row.GetFieldValue<byte[]>(1), Places.Blob(hash))),
            cancellationToken,
            ("hash", hash));
        return found.Count == 0 ? null : found[0];
    }
}

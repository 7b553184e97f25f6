using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;

namespace AiFixer.Storage.Retention;

/// <summary>There are few archives, so whoever asks for one incident looks at all that may have it.</summary>
internal sealed class ArchiveQueries(Reader reader) : IArchive
{
    public async Task<ArchivedIncident?> FindAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            "select file, archived_at, ids from archives where first_id <= @id and last_id >= @id and removed > 0 order by archived_at",
            row => (File: row.GetString(0), At: Ticks.ToTime(row.GetInt64(1)), Ids: row.GetFieldValue<byte[]>(2)),
            cancellationToken,
            ("id", id.Value));
        return found
            .Where(archive => Archive.UnpackIds(archive.Ids).Contains(id.Value))
            .Select(archive => new ArchivedIncident(id, archive.At, archive.File))
            .FirstOrDefault();
    }
}

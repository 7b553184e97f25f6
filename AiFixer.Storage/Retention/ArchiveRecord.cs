using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Retention;

/// <summary>What the store remembers of each file: which incidents it has, and its digest, so that a change shows.</summary>
internal sealed class ArchiveRecord(Dialect dialect)
{
    /// <summary>So many more were removed from the store because the file has them.</summary>
    /// <returns>How many were ever removed.</returns>
    public long Add(DbConnection connection, Archive archive, int removed)
    {
        connection.Execute(
            $"""
            insert into archives (file, digest, bytes, incidents, entries, first_id, last_id, archived_at, ids, removed)
            values (@file, @digest, @bytes, @incidents, @entries, @first, @last, {dialect.Clock}, @ids, @removed)
            on conflict (file) do update set removed = archives.removed + excluded.removed
            """,
            ("file", archive.File),
            ("digest", archive.Digest),
            ("bytes", archive.Bytes),
            ("incidents", (long)archive.Ids.Count),
            ("entries", archive.Entries),
            ("first", archive.First),
            ("last", archive.Last),
            ("ids", archive.PackedIds()),
            ("removed", (long)removed));
        return connection.Scalar<long>("select coalesce(sum(removed), 0) from archives");
    }
}

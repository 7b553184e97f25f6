using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

internal sealed class InsertBlobs(
    Dialect dialect, Column<string> hash, Column<string> mediaType, Column<ReadOnlyMemory<byte>> bytes, Column<string> incident)
    : Command(dialect, hash, mediaType, bytes, incident)
{
    public InsertBlobs(Dialect dialect)
        : this(
            dialect,
            Statements.Columns.Text("hash"),
            Statements.Columns.Text("media_type"),
            Statements.Columns.Bytes("bytes"),
            Statements.Columns.Text("incident"))
    {
    }

    // Without "where true" SQLite reads "on conflict" as a join's condition.
    public override string Text => $"""
        insert into blobs (hash, media_type, bytes, incident)
        select r.hash, r.media_type, r.bytes, r.incident from {Rows} where true
        on conflict (hash) do nothing
        """;

    public void Add(Blob blob, string owner)
    {
        hash.Add(blob.Hash);
        mediaType.Add(blob.MediaType);
        bytes.Add(blob.Bytes);
        incident.Add(owner);
    }
}

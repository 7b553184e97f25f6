using AiFixer.Storage.Databases;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Statements;

internal sealed class InsertEntries(
    Dialect dialect,
    Column<string> incident,
    Column<long> version,
    Column<ReadOnlyMemory<byte>> entry,
    Column<string> digest,
    Column<long> stream,
    Column<long> seq)
    : Command(dialect, incident, version, entry, digest, stream, seq)
{
    public InsertEntries(Dialect dialect)
        : this(
            dialect,
            Statements.Columns.Text("incident"),
            Statements.Columns.Number("version"),
            Statements.Columns.Bytes("entry"),
            Statements.Columns.Text("digest"),
            Statements.Columns.Number("stream"),
            Statements.Columns.Number("seq"))
    {
    }

    public override string Text => $"""
        insert into entries (incident, version, entry, digest, stream, seq)
        select r.incident, r.version, r.entry, r.digest, r.stream, r.seq from {Rows}
        """;

    public void Add(PendingAppend item, long streamId, long number)
    {
        incident.Add(item.Append.Incident.Value);
        version.Add(item.Append.ExpectedVersion + 1);
        entry.Add(item.Content.Entry);
        digest.Add(item.Digest);
        stream.Add(streamId);
        seq.Add(number);
    }
}

using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>Writes down who refers to a blob that another incident brought.</summary>
internal sealed class ShareBlobs(Dialect dialect, Column<string> hash, Column<string> incident) : Command(dialect, hash, incident)
{
    public ShareBlobs(Dialect dialect)
        : this(dialect, Statements.Columns.Text("hash"), Statements.Columns.Text("incident"))
    {
    }

    public override string Text => $"""
        insert into blob_refs (hash, incident)
        select r.hash, r.incident from {Rows} join blobs x on x.hash = r.hash where x.incident <> r.incident
        on conflict (hash, incident) do nothing
        """;

    public void Add(string of, string by)
    {
        hash.Add(of);
        incident.Add(by);
    }
}

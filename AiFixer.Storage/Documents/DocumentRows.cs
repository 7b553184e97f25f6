using System.Data.Common;
using AiFixer.Core.Documents;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Documents;

/// <summary>Rows of changes, read.</summary>
internal static class DocumentRows
{
    public const string All = $"select {Columns} from document_changes c";

    /// <summary>With <c>d</c>, which says what each document's newest change is.</summary>
    public const string Newest =
        $"select {Columns} from documents d join document_changes c on c.kind = d.kind and c.name = d.name and c.version = d.version";

    private const string Columns = "c.kind, c.name, c.version, c.revision, c.body, c.author, c.author_name, c.note, c.changed_at";

    public static DocumentChange Read(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetInt64(2),
        row.GetInt64(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        new(row.GetString(5), row.GetString(6)),
        Ticks.ToTime(row.GetInt64(8)),
        row.GetString(7));
}

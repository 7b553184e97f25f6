using System.Data.Common;
using AiFixer.Core.Documents;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Documents;

/// <summary>Writes one change in one transaction. The row of the kind is locked first, so that changes can be seen in the order of their revisions.</summary>
internal sealed class DocumentWriter(DbConnection connection, Dialect dialect)
{
    public DocumentVerdict Apply(DocumentEdit edit)
    {
        connection.Execute(dialect.BeginWrite);
        var revision = connection.Scalar<long>(
            """
            insert into document_kinds (kind, revision) values (@kind, 1)
            on conflict (kind) do update set revision = document_kinds.revision + 1 returning revision
            """,
            ("kind", edit.Kind));
        var (version, isPresent) = Find(edit);
        if (Refusal(edit, isPresent ? version : DocumentEdit.Absent) is { } refusal)
        {
            connection.Execute("rollback");
            return refusal;
        }

        var change = Insert(edit, version + 1, revision);
        connection.Execute("commit");
        return new DocumentVerdict.Stored(change);
    }

    private (long Version, bool IsPresent) Find(DocumentEdit edit)
    {
        using var command = connection.Command(
            "select version, present from documents where kind = @kind and name = @name", ("kind", edit.Kind), ("name", edit.Name));
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1) == 1) : (DocumentEdit.Absent, false);
    }

    private DocumentVerdict? Refusal(DocumentEdit edit, long version)
    {
        if (edit.Body is null && version == DocumentEdit.Absent)
            return new DocumentVerdict.Missing();
        if (edit.Expected is { } expected && !expected.Contains(version))
            return new DocumentVerdict.Changed(version);
        return version == DocumentEdit.Absent && Count(edit.Kind) >= DocumentLimits.PerKind
            ? new DocumentVerdict.Refused("name", $"is one too many: there may be {DocumentLimits.PerKind}")
            : null;
    }

    private long Count(string kind) =>
        connection.Scalar<long>("select count(*) from documents where kind = @kind and present = 1", ("kind", kind));

    private DocumentChange Insert(DocumentEdit edit, long version, long revision)
    {
        var at = connection.Scalar<long>(
            $"""
            insert into document_changes (kind, name, version, revision, body, author, author_name, note, changed_at)
            values (@kind, @name, @version, @revision, @body, @author, @author_name, @note, {dialect.Clock}) returning changed_at
            """,
            ("kind", edit.Kind), ("name", edit.Name), ("version", version), ("revision", revision), ("body", edit.Body),
            ("author", edit.By.Id), ("author_name", edit.By.Name), ("note", edit.Note));
        connection.Execute(
            """
            insert into documents (kind, name, version, present) values (@kind, @name, @version, @present)
            on conflict (kind, name) do update set version = excluded.version, present = excluded.present
            """,
            ("kind", edit.Kind), ("name", edit.Name), ("version", version), ("present", edit.Body is null ? 0L : 1L));
        return new(edit.Kind, edit.Name, version, revision, edit.Body, edit.By, Ticks.ToTime(at), edit.Note);
    }
}

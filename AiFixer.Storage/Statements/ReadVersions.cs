using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>Where each incident of a batch stands. An incident that is not there has no row.</summary>
internal sealed class ReadVersions(Dialect dialect, Column<long> item, Column<string> incident)
    : Question(dialect, item, incident)
{
    private readonly List<(long Version, string Digest, string Status)> _found = [];

    public ReadVersions(Dialect dialect)
        : this(dialect, Statements.Columns.Number("item"), Statements.Columns.Text("incident"))
    {
    }

    public override string Text { get; } = $"""
        select r.item, x.version, x.digest, x.status
        from {dialect.Rows([item, incident])} join incidents x on x.id = r.incident {dialect.ForUpdate}
        """;

    public void Ask(IReadOnlyList<Writing.PendingAppend> appends)
    {
        Clear();
        _found.Clear();
        for (var i = 0; i < appends.Count; i++)
        {
            item.Add(i);
            incident.Add(appends[i].Append.Incident.Value);
            _found.Add((0, "", ""));
        }
    }

    public override void Read(DbDataReader reader) =>
        _found[(int)reader.GetInt64(0)] = (reader.GetInt64(1), reader.GetString(2), reader.GetString(3));

    public (long Version, string Digest, string Status) Of(int index) => _found[index];
}

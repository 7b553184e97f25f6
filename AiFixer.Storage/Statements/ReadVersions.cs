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

    /// <param name="all">Asks for new incidents too. Otherwise the insert finds out that one is not new, which never happens.</param>
    public void Ask(IReadOnlyList<Writing.PendingAppend> appends, bool all)
    {
        Clear();
        _found.Clear();
        for (var i = 0; i < appends.Count; i++)
        {
            _found.Add((0, "", ""));
            if (all || appends[i].Append.ExpectedVersion > 0)
                Ask(i, appends[i].Append.Incident.Value);
        }
    }

    public override void Read(DbDataReader reader) =>
        _found[(int)reader.GetInt64(0)] = (reader.GetInt64(1), reader.GetString(2), reader.GetString(3));

    public (long Version, string Digest, string Status) Of(int index) => _found[index];

    private void Ask(int index, string id)
    {
        item.Add(index);
        incident.Add(id);
    }
}

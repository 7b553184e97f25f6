using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>How many incidents follow another, whichever number of them joined or left it in one batch.</summary>
internal sealed class CountFollowers(Dialect dialect, Column<string> leader, Column<long> change) : Command(dialect, leader, change)
{
    private readonly SortedDictionary<string, long> _changes = new(StringComparer.Ordinal);

    public CountFollowers(Dialect dialect)
        : this(dialect, Statements.Columns.Text("leader"), Statements.Columns.Number("change"))
    {
    }

    public override string Text => $"update incidents set followers = incidents.followers + r.change from {Rows} where incidents.id = r.leader";

    public void Note(Core.Journal.FollowerCount count) =>
        _changes[count.Leader.Value] = _changes.GetValueOrDefault(count.Leader.Value) + count.Change;

    /// <summary>One row for each leader, always in the same order: two processes then wait for each other in one direction.</summary>
    public void Settle()
    {
        foreach (var (id, by) in _changes)
        {
            leader.Add(id);
            change.Add(by);
        }

        _changes.Clear();
    }

    public void Forget()
    {
        Clear();
        _changes.Clear();
    }
}

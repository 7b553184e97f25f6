using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>Gives back what an incident holds; what others hold stays.</summary>
internal sealed class ReleaseClaims(Dialect dialect, Column<string> incident, Column<string> low, Column<string> high)
    : Command(dialect, incident, low, high)
{
    public ReleaseClaims(Dialect dialect)
        : this(dialect, Statements.Columns.Text("incident"), Statements.Columns.Text("low"), Statements.Columns.Text("high"))
    {
    }

    public override string Text => $"""
        delete from claims where key in (
            select c.key from {Rows} join claims c on c.key >= r.low and c.key <= r.high where c.incident = r.incident)
        """;

    public void Add(string holder, string key)
    {
        Add(holder, key, key);
        var (first, last) = SlotKeys.Range(key);
        Add(holder, first, last);
    }

    private void Add(string holder, string first, string last)
    {
        incident.Add(holder);
        low.Add(first);
        high.Add(last);
    }
}

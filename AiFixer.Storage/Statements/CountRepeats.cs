using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

internal sealed class CountRepeats(Dialect dialect, Column<string> incident, Column<long> count, Column<long> seen)
    : Command(dialect, incident, count, seen)
{
    public CountRepeats(Dialect dialect)
        : this(dialect, Statements.Columns.Text("incident"), Statements.Columns.Number("count"), Statements.Columns.Number("seen"))
    {
    }

    public override string Text => $"""
        update incidents
        set repeats = incidents.repeats + r.count,
            last_seen = case when r.seen > incidents.last_seen then r.seen else incidents.last_seen end
        from {Rows} where incidents.id = r.incident
        """;

    public void Add(string id, long repeats, long lastSeen)
    {
        incident.Add(id);
        count.Add(repeats);
        seen.Add(lastSeen);
    }
}

using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>Takes the keys of deliveries that were only counted; those that somebody holds stay with him.</summary>
internal sealed class RememberDeliveries(Dialect dialect, Column<string> key, Column<string> incident, Column<long?> time)
    : Command(dialect, key, incident, time)
{
    public RememberDeliveries(Dialect dialect)
        : this(dialect, Statements.Columns.Text("key"), Statements.Columns.Text("incident"), Statements.Columns.NumberOrNull("time"))
    {
    }

    // Without "where true" SQLite reads "on conflict" as a join's condition.
    public override string Text => $"""
        insert into claims (key, incident, version, expires_at)
        select r.key, r.incident, i.version, {Dialect.Clock} + r.time from {Rows} join incidents i on i.id = r.incident where true
        on conflict (key) do update set incident = excluded.incident, version = excluded.version, expires_at = excluded.expires_at
        where claims.expires_at <= {Dialect.Clock}
        """;

    public void Add(string holder, Claim delivery)
    {
        key.Add(delivery.Key);
        incident.Add(holder);
        time.Add(delivery.TimeToLive?.Ticks);
    }
}

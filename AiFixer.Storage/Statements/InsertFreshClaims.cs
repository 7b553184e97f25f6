using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Statements;

/// <summary>Takes keys that nobody asked about before. If one has a row, free or not, the whole batch fails.</summary>
internal sealed class InsertFreshClaims(
    Dialect dialect, Column<string> key, Column<string> incident, Column<long> version, Column<long?> time)
    : Command(dialect, key, incident, version, time)
{
    public InsertFreshClaims(Dialect dialect)
        : this(
            dialect,
            Statements.Columns.Text("key"),
            Statements.Columns.Text("incident"),
            Statements.Columns.Number("version"),
            Statements.Columns.NumberOrNull("time"))
    {
    }

    // The clock is asked once for all rows: in PostgreSQL asking costs more than a row does.
    public override string Text => $"""
        insert into claims (key, incident, version, expires_at)
        select r.key, r.incident, r.version,
            case when r.time > {DateTimeOffset.MaxValue.Ticks} - (select {Dialect.Clock}) then {DateTimeOffset.MaxValue.Ticks} else (select {Dialect.Clock}) + r.time end
        from {Rows}
        """;

    public void Add(PendingAppend item, Claim claim)
    {
        key.Add(claim.Key);
        incident.Add(item.Append.Incident.Value);
        version.Add(item.Append.ExpectedVersion + 1);
        time.Add(claim.TimeToLive?.Ticks);
    }
}

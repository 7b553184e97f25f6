using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Reads sessions.</summary>
internal static class Sessions
{
    public static Task<List<PgSession>> SlowAsync(PgReader reader, double seconds) => reader.RowsAsync(SessionSql.Slow, Of, ("seconds", seconds));

    public static Task<List<PgSession>> BusyAsync(PgReader reader) => reader.RowsAsync(SessionSql.Busy, Of);

    public static Task<List<PgSession>> IdleInTransactionAsync(PgReader reader) => reader.RowsAsync(SessionSql.IdleInTransaction, Of);

    public static Task<PgSession?> OneAsync(PgReader reader, int pid) => reader.RowAsync(SessionSql.ByPids, Of, ("pids", new[] { pid }));

    /// <summary>Everybody who waits for a lock, and everybody they wait for.</summary>
    public static async Task<LockGraph> LocksAsync(PgReader reader)
    {
        var waiting = await reader.RowsAsync(SessionSql.Waiting, Of);
        var known = waiting.Select(s => s.Pid).ToHashSet();
        var missing = waiting.SelectMany(s => s.BlockedBy).Where(pid => pid != 0 && !known.Contains(pid)).Distinct().ToArray();
        var blocking = missing.Length == 0 ? [] : await reader.RowsAsync(SessionSql.ByPids, Of, ("pids", missing));
        return new([.. waiting, .. blocking]);
    }

    private static PgSession Of(NpgsqlDataReader row) => new()
    {
        Pid = row.Value<int>("pid"),
        BackendStart = row.Maybe<DateTime>("backend_start") ?? default,
        TransactionStart = row.Maybe<DateTime>("xact_start"),
        QueryStart = row.Maybe<DateTime>("query_start"),
        User = Line(row.Text("usename")),
        Database = Line(row.Text("datname")),
        Application = Line(row.Text("application_name")),
        Client = row.Text("client"),
        Kind = row.Text("backend_type") ?? "",
        State = row.Text("state") ?? "",
        Wait = row.Text("wait_event_type") is { } type ? $"{type}:{row.Text("wait_event")}" : null,
        Statement = IsHidden(row) ? "" : SqlMask.Of(row.Text("query")),
        IsHidden = IsHidden(row),
        QueryId = row.Value<long>("query_id"),
        QuerySeconds = row.Seconds("query_seconds"),
        TransactionSeconds = row.Seconds("transaction_seconds"),
        StateSeconds = row.Seconds("state_seconds"),
        WaitSeconds = row.Text("wait_event_type") == "Lock" ? row.Seconds("wait_seconds") : null,
        Lock = row.Text("lock"),
        Relation = RelationOf(row),
        BlockedBy = row.Value<int[]>("blocked_by").Distinct().ToArray(),
    };

    /// <summary>The server's own words; whoever may see the session sees when it began.</summary>
    private static bool IsHidden(NpgsqlDataReader row) => row.Text("query") == "<insufficient privilege>" && row.Maybe<DateTime>("backend_start") is null;

    private static string? RelationOf(NpgsqlDataReader row) =>
        row.Text("relation") is { } name ? Line(name) : row.Maybe<uint>("relation_id") is { } id ? $"relation {id} of another database" : null;

    private static string Line(string? text) => OutsideText.Line(text, 130);
}

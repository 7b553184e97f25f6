namespace AiFixer.Plugins.Databases;

/// <summary>The fixed statements that read sessions and their locks.</summary>
internal static class SessionSql
{
    public const int Most = 200;

    /// <summary>Row locks are waited for as another's transaction; the table is then the one whose tuple lock the waiter holds.</summary>
    private const string Columns =
        """
        SELECT a.pid, a.backend_start, a.xact_start, a.query_start, a.usename::text, a.datname::text, a.application_name,
               a.client_addr::text AS client, a.backend_type, a.state, a.wait_event_type, a.wait_event, a.query,
               coalesce(a.query_id, 0) AS query_id,
               extract(epoch FROM clock_timestamp() - a.query_start)::float8 AS query_seconds,
               extract(epoch FROM clock_timestamp() - a.xact_start)::float8 AS transaction_seconds,
               extract(epoch FROM clock_timestamp() - a.state_change)::float8 AS state_seconds,
               extract(epoch FROM clock_timestamp() - coalesce(w.waitstart, a.state_change))::float8 AS wait_seconds,
               w.mode || ' on ' || w.locktype AS lock, coalesce(w.relation, t.relation) AS relation_id,
               CASE WHEN coalesce(w.database, t.database) = d.oid THEN format('%I.%I', n.nspname, c.relname) END AS relation,
               CASE WHEN a.wait_event_type = 'Lock' THEN pg_blocking_pids(a.pid) ELSE '{}' END AS blocked_by
        FROM pg_stat_activity a
        CROSS JOIN (SELECT oid FROM pg_database WHERE datname = current_database()) d
        LEFT JOIN LATERAL (SELECT l.mode, l.locktype, l.waitstart, l.database, l.relation FROM pg_locks l
                           WHERE l.pid = a.pid AND NOT l.granted LIMIT 1) w ON a.wait_event_type = 'Lock'
        LEFT JOIN LATERAL (SELECT l.database, l.relation FROM pg_locks l
                           WHERE l.pid = a.pid AND l.granted AND l.locktype = 'tuple' LIMIT 1) t ON w.relation IS NULL
        LEFT JOIN pg_class c ON c.oid = coalesce(w.relation, t.relation)
        LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE a.pid <> pg_backend_pid()
        """;

    public const string ByPids = Columns + " AND a.pid = ANY(@pids)";

    public const string Waiting = Columns + " AND a.wait_event_type = 'Lock' ORDER BY wait_seconds DESC NULLS LAST LIMIT 200";

    public const string Slow = Columns +
        """
         AND a.backend_type = 'client backend' AND a.state IN ('active', 'fastpath function call')
         AND a.query_start <= clock_timestamp() - make_interval(secs => @seconds)
        ORDER BY a.query_start LIMIT 50
        """;

    public const string Busy = Columns + " AND a.backend_type = 'client backend' AND a.state <> 'idle' ORDER BY a.xact_start NULLS LAST LIMIT 200";

    public const string IdleInTransaction = Columns +
        """
         AND a.backend_type = 'client backend' AND a.state LIKE 'idle in transaction%'
        ORDER BY a.xact_start LIMIT 50
        """;
}

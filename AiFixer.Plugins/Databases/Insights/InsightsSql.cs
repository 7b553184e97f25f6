namespace AiFixer.Plugins.Databases;

/// <summary>The fixed statements behind <c>db.insights</c>.</summary>
internal static class InsightsSql
{
    /// <summary>Where the extension lives, as the server quotes it; the one name that is put into a statement.</summary>
    public const string StatementsSchema =
        "SELECT format('%I', n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_stat_statements'";

    public const string Events =
        """
        SELECT ts, message FROM (
            SELECT pg_postmaster_start_time() AS ts, 'the server was started' AS message
            UNION ALL SELECT pg_conf_load_time(), 'the configuration was loaded'
            UNION ALL SELECT last_failed_time, 'archiving the log failed at ' || coalesce(last_failed_wal, '?') || ', ' || failed_count || ' times in all'
            FROM pg_stat_archiver WHERE last_failed_time IS NOT NULL
            UNION ALL SELECT xact_start, 'pid ' || pid || ' opened a transaction that is still open (' || coalesce(state, '?') || ')'
            FROM pg_stat_activity WHERE backend_type = 'client backend' AND xact_start < clock_timestamp() - interval '1 minute'
            UNION ALL SELECT clock_timestamp(), used || ' of ' || most || ' connections are taken'
            FROM (SELECT count(*) AS used, current_setting('max_connections')::int AS most
                  FROM pg_stat_activity WHERE backend_type = 'client backend') c WHERE used >= 0.8 * most
            UNION ALL SELECT clock_timestamp(), deadlocks || ' deadlocks in ' || datname || ' since ' || coalesce(stats_reset::text, 'the start')
            FROM pg_stat_database WHERE deadlocks > 0
            UNION ALL SELECT clock_timestamp(), conflicts || ' queries of ' || datname || ' ended by recovery since ' || coalesce(stats_reset::text, 'the start')
            FROM pg_stat_database WHERE conflicts > 0) e
        ORDER BY ts DESC LIMIT 50
        """;

    public const string Settings =
        """
        SELECT name, CASE WHEN unit IS NULL THEN setting ELSE setting || ' ' || unit END AS value FROM pg_settings
        WHERE name IN ('max_connections', 'shared_buffers', 'work_mem', 'maintenance_work_mem', 'effective_cache_size', 'max_wal_size',
            'checkpoint_timeout', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'deadlock_timeout',
            'autovacuum', 'autovacuum_max_workers', 'autovacuum_vacuum_scale_factor', 'synchronous_commit', 'wal_level',
            'random_page_cost', 'max_worker_processes', 'max_parallel_workers', 'hot_standby_feedback', 'max_standby_streaming_delay')
        """;

    public static string Window(string schema) =>
        $"SELECT coalesce(stats_reset, pg_postmaster_start_time()) AS since, clock_timestamp() AS until FROM {schema}.pg_stat_statements_info";

    public static string Top(string schema) =>
        $"""
        SELECT s.queryid, s.query, s.calls, s.total_exec_time, s.rows
        FROM {schema}.pg_stat_statements s
        WHERE s.userid <> (SELECT oid FROM pg_roles WHERE rolname = current_user) OR s.query NOT LIKE '%pg_stat_activity%'
        ORDER BY s.total_exec_time DESC LIMIT 20
        """;
}

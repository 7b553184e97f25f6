namespace AiFixer.Plugins.Databases;

/// <summary>The fixed statements that read tables.</summary>
internal static class TableSql
{
    /// <summary>
    /// Sizes are asked of tables nobody holds or wants alone: asking takes a lock itself. The estimate is what the rows would need,
    /// from their average width (24 bytes of header, 4 of pointer, rounded up to 8) and the fill factor, against what is taken.
    /// Counters that were lost show no rows at all: then the catalogue's own number stands in.
    /// </summary>
    private const string Columns =
        """
        SELECT c.oid AS id, format('%I.%I', n.nspname, c.relname) AS name, c.relfilenode AS file, c.relkind::text AS kind,
               f.live, coalesce(s.n_dead_tup, 0) AS dead,
               f.bytes, CASE WHEN w.width IS NOT NULL AND c.relkind <> 'p' THEN greatest(0, f.bytes - b.size *
                   ceil(f.live * (28 + 8 * ceil(w.width / 8)) * 100 / ((b.size - 24) * f.fill)))::bigint END AS bloat,
               s.last_vacuum, s.last_autovacuum, greatest(s.last_analyze, s.last_autoanalyze) AS last_analyze,
               coalesce(s.vacuum_count, 0) AS vacuums,
               CASE WHEN c.relfrozenxid = '0' THEN 0 ELSE age(c.relfrozenxid) END::bigint AS frozen,
               EXISTS (SELECT FROM pg_stat_progress_vacuum v WHERE v.relid = c.oid)
               OR EXISTS (SELECT FROM pg_stat_progress_cluster v WHERE v.relid = c.oid) AS runs,
               (pg_has_role(c.relowner, 'USAGE') OR pg_has_role(d.datdba, 'USAGE')
                OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)) AS may
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_database d ON d.datname = current_database()
        CROSS JOIN (SELECT current_setting('block_size')::bigint AS size) b
        LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
        LEFT JOIN LATERAL (SELECT sum(p.avg_width * (1 - p.null_frac)) AS width FROM pg_stats p
                           WHERE p.schemaname = n.nspname AND p.tablename = c.relname AND NOT p.inherited) w ON true
        CROSS JOIN LATERAL (
            SELECT CASE WHEN EXISTS (SELECT FROM pg_locks l WHERE l.database = d.oid AND l.relation = c.oid AND l.mode = 'AccessExclusiveLock')
                        THEN c.relpages * b.size ELSE coalesce(pg_relation_size(c.oid), 0) END AS bytes,
                   coalesce((SELECT o.option_value::int FROM pg_options_to_table(c.reloptions) o WHERE o.option_name = 'fillfactor'), 100) AS fill,
                   CASE WHEN coalesce(s.n_live_tup + s.n_dead_tup, 0) = 0 THEN greatest(c.reltuples, 0)::bigint ELSE s.n_live_tup END AS live) f
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_t%'
        """;

    public const string Worst = Columns +
        " AND c.relkind IN ('r', 'm') ORDER BY bloat DESC NULLS LAST, dead DESC, f.bytes DESC LIMIT 50";

    public const string ByName = Columns + " AND c.relkind IN ('r', 'm', 'p') AND c.relname = @table AND (@schema = '' OR n.nspname = @schema) ORDER BY 2 LIMIT 10";

    public const string ById = Columns + " AND c.oid = @id::oid";

    /// <summary>The oldest thing that still sees rows which others think dead.</summary>
    public const string Horizon =
        """
        SELECT what, seconds FROM (
            SELECT 'the transaction of pid ' || pid AS what, extract(epoch FROM clock_timestamp() - xact_start)::float8 AS seconds, age(backend_xmin) AS xids
            FROM pg_stat_activity WHERE backend_xmin IS NOT NULL AND pid <> pg_backend_pid() AND backend_type <> 'autovacuum worker'
            UNION ALL SELECT 'the prepared transaction ' || quote_literal(gid), extract(epoch FROM clock_timestamp() - prepared)::float8, age(transaction)
            FROM pg_prepared_xacts
            UNION ALL SELECT 'the replication slot ' || slot_name, 86400.0, greatest(age(xmin), age(catalog_xmin))
            FROM pg_replication_slots WHERE NOT active AND coalesce(xmin, catalog_xmin) IS NOT NULL) held
        WHERE seconds >= 60 ORDER BY xids DESC LIMIT 1
        """;
}

using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Databases;

/// <summary>The few fragments in which the databases differ.</summary>
internal sealed record Dialect
{
    public required string Text { get; init; }

    public required string Number { get; init; }

    public required string Bytes { get; init; }

    public required string Identity { get; init; }

    /// <summary>A question costs a trip over the network.</summary>
    public required bool IsDistant { get; init; }

    /// <summary>Follows the definition of a table that is read by its key alone.</summary>
    public required string ByKey { get; init; }

    /// <summary>The database's clock, in ticks since the year 1, as all times are kept.</summary>
    public required string Clock { get; init; }

    /// <summary>The columns of <c>@table</c>; none when there is no such table.</summary>
    public required string ColumnsOfTable { get; init; }

    public required string ForUpdate { get; init; }

    public required string ForShare { get; init; }

    public required string BeginWrite { get; init; }

    /// <summary>Keeps everybody else from referring to a blob until the transaction ends, or gives up at once; empty where nobody can.</summary>
    public required string LockBlobs { get; init; }

    /// <summary>Streams that begin from now on have numbers above <c>@last</c>.</summary>
    public required string StreamsAfter { get; init; }

    /// <summary>A table of the rows that a command carries.</summary>
    public required Func<IReadOnlyList<Column>, string> Rows { get; init; }

    public static Dialect Postgres { get; } = new()
    {
        Text = "text collate \"C\"",
        Number = "bigint",
        Bytes = "bytea",
        Identity = "bigint generated always as identity primary key",
        IsDistant = true,
        ByKey = "",
        Clock = "((extract(epoch from clock_timestamp()) * 10000000)::bigint + 621355968000000000)",
        ColumnsOfTable = "select attname::text from pg_attribute where attrelid = to_regclass(@table) and attnum > 0 and not attisdropped",
        ForUpdate = "for update of x",
        ForShare = "for share of x",
        BeginWrite = "begin",
        StreamsAfter = "select setval(pg_get_serial_sequence('streams', 'id'), greatest(@last, (select coalesce(max(id), 1) from streams)))",
        LockBlobs = "set local lock_timeout = '100ms'; lock table blobs in share row exclusive mode",
        // In the list of columns rows are handed on one by one; in the list of tables each array would be written out first.
        Rows = columns => $"(select {string.Join(", ", columns.Select((c, i) => $"unnest(${i + 1}) as {c.Name}"))}) as r",
    };

    public static Dialect Sqlite { get; } = new()
    {
        Text = "text",
        Number = "integer",
        Bytes = "blob",
        Identity = "integer primary key autoincrement",
        IsDistant = false,
        ByKey = "without rowid",
        Clock = "(cast(round((julianday('now') - 2440587.5) * 86400000.0) as integer) * 10000 + 621355968000000000)",
        ColumnsOfTable = "select name from pragma_table_info(@table)",
        ForUpdate = "",
        ForShare = "",
        BeginWrite = "begin immediate",
        StreamsAfter =
            """
            update sqlite_sequence set seq = max(seq, @last) where name = 'streams';
            insert into sqlite_sequence (name, seq) select 'streams', @last where not exists (select 1 from sqlite_sequence where name = 'streams')
            """,
        LockBlobs = "",
        Rows = columns => $"(select {string.Join(", ", columns.Select(c => $"@{c.Name} as {c.Name}"))}) as r",
    };
}

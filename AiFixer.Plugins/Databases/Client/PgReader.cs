using System.Globalization;
using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Asks fixed statements within one read-only transaction that the server itself bounds.</summary>
internal sealed class PgReader(NpgsqlConnection connection, CancellationToken cancellationToken)
{
    /// <summary>What a role needs to see everybody.</summary>
    public const string Grant = "grant it pg_monitor";

    public CancellationToken Token => cancellationToken;

    /// <summary>Names are looked up in pg_catalog alone: nobody's own function or view stands in for the server's.</summary>
    public static async Task<PgReader> BeginAsync(NpgsqlConnection connection, PostgresConnectionOptions options, CancellationToken cancellationToken)
    {
        await Pg.ExecuteAsync(
            connection,
            "BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED READ ONLY; SET LOCAL search_path = pg_catalog; " +
            $"SET LOCAL statement_timeout = {Pg.Milliseconds(options.StatementTimeout)}; SET LOCAL lock_timeout = {Pg.Milliseconds(options.LockTimeout)}",
            cancellationToken);
        return new(connection, cancellationToken);
    }

    public async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> map, params (string Name, object Value)[] parameters)
    {
        await using var command = Pg.Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(map(reader));
        return rows;
    }

    public async Task<T?> RowAsync<T>(string sql, Func<NpgsqlDataReader, T> map, params (string Name, object Value)[] parameters)
        where T : class => (await RowsAsync(sql, map, parameters)).FirstOrDefault();

    public async Task<string> TextAsync(string sql, params (string Name, object Value)[] parameters) =>
        (await RowAsync(sql, r => Convert.ToString(r.GetValue(0), CultureInfo.InvariantCulture) ?? "", parameters)) ?? "";

    /// <summary>What the statistics views show stays the same within a transaction unless it is asked anew.</summary>
    public Task LookAgainAsync() => Pg.ExecuteAsync(connection, "SELECT pg_catalog.pg_stat_clear_snapshot()", cancellationToken);

    /// <summary>Null when our role sees what everybody does; otherwise what its answers lack.</summary>
    public async Task<string?> BlindnessAsync() =>
        await TextAsync("SELECT pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')::text") == "true"
            ? null
            : $"seen in part only: our role may not see what other users do; {Grant}";

    public Task EndAsync() => Pg.ExecuteAsync(connection, "ROLLBACK", cancellationToken);
}

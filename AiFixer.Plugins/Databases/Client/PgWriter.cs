using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>
/// Sends statements that change something, each only as long as it may leave. Each is in a transaction of its own, which
/// carries its bounds: behind a pooler the next one may be on another connection, and what is set on this one stays for others.
/// </summary>
/// <param name="statement">How long a statement may take.</param>
/// <param name="wait">How long it may wait for a lock.</param>
internal sealed class PgWriter(
    NpgsqlConnection connection, Flight flight, TimeSpan statement, TimeSpan wait, Func<bool> mayLeave, CancellationToken cancellationToken)
{
    private readonly string begin =
        "BEGIN; SET LOCAL search_path = pg_catalog; " +
        $"SET LOCAL statement_timeout = {Pg.Milliseconds(statement)}; SET LOCAL lock_timeout = {Pg.Milliseconds(wait)}";

    public CancellationToken Token => cancellationToken;

    public Task<T?> LookAsync<T>(string sql, Func<NpgsqlDataReader, T> map, params (string Name, object Value)[] parameters)
        where T : class => BoundAsync(async () =>
    {
        await using var command = Pg.Command(connection, sql, parameters);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? map(row) : null;
    });

    /// <returns>What the statement's first row says; null when there is no row.</returns>
    public Task<object?> SendAsync(string sql, params (string Name, object Value)[] parameters) => BoundAsync(() => LeaveAsync(sql, parameters));

    /// <summary>
    /// Sends a statement that cannot be in a transaction, and collects what the server warned of meanwhile. Its bounds are the
    /// connection's: see <see cref="PgClient.WriteAloneAsync{T}"/>.
    /// </summary>
    public async Task<IReadOnlyList<string>> SendHearingAsync(string sql)
    {
        var warnings = new List<string>();
        void Hear(object sender, NpgsqlNoticeEventArgs heard)
        {
            if (heard.Notice.InvariantSeverity == "WARNING")
                warnings.Add(OutsideText.Line(heard.Notice.MessageText, 300));
        }

        connection.Notice += Hear;
        try
        {
            await LeaveAsync(sql);
            return warnings;
        }
        finally
        {
            connection.Notice -= Hear;
        }
    }

    private async Task<T> BoundAsync<T>(Func<Task<T>> work)
    {
        await Pg.ExecuteAsync(connection, begin, cancellationToken);
        var result = await work();
        await Pg.ExecuteAsync(connection, "COMMIT", cancellationToken);
        return result;
    }

    private async Task<object?> LeaveAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Pg.Command(connection, sql, parameters);
        if (!mayLeave())
            throw new KeptBack();
        flight.Left = true;
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}

using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Sends statements that change something, each only as long as it may leave.</summary>
internal sealed class PgWriter(NpgsqlConnection connection, Flight flight, Func<bool> mayLeave, CancellationToken cancellationToken)
{
    public CancellationToken Token => cancellationToken;

    public Task BoundAsync(TimeSpan statement, TimeSpan wait) => Pg.ExecuteAsync(
        connection,
        $"SET search_path = pg_catalog; SET statement_timeout = {Pg.Milliseconds(statement)}; SET lock_timeout = {Pg.Milliseconds(wait)}",
        cancellationToken);

    public async Task<T?> LookAsync<T>(string sql, Func<NpgsqlDataReader, T> map, params (string Name, object Value)[] parameters)
        where T : class
    {
        await using var command = Pg.Command(connection, sql, parameters);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? map(row) : null;
    }

    /// <returns>What the statement's first row says; null when there is no row.</returns>
    public async Task<object?> SendAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Pg.Command(connection, sql, parameters);
        if (!mayLeave())
            throw new KeptBack();
        flight.Left = true;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Sends a statement and collects what the server warned of meanwhile.</summary>
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
            await SendAsync(sql);
            return warnings;
        }
        finally
        {
            connection.Notice -= Hear;
        }
    }
}

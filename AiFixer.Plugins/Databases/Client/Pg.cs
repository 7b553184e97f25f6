using System.Globalization;
using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Small helpers around Npgsql.</summary>
internal static class Pg
{
    public static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    public static string? Text(this NpgsqlDataReader row, string column) =>
        row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : row.GetString(at);

    public static T? Maybe<T>(this NpgsqlDataReader row, string column)
        where T : struct => row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : row.GetFieldValue<T>(at);

    public static T Value<T>(this NpgsqlDataReader row, string column) => row.GetFieldValue<T>(row.GetOrdinal(column));

    /// <summary>Seconds for people: no more digits than anybody reads.</summary>
    public static double? Seconds(this NpgsqlDataReader row, string column) =>
        row.Maybe<double>(column) is { } seconds ? Math.Round(seconds, 1) : null;
}

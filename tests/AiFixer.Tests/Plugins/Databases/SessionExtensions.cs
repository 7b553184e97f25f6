using Npgsql;

namespace AiFixer.Tests.Plugins.Databases;

internal static class SessionExtensions
{
    public static async Task DoAsync(this NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public static async Task<T> AskAsync<T>(this NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        return (T)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }
}

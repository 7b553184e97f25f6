using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>The server's errors in one sentence, without the values it may quote.</summary>
internal static class PgErrorText
{
    private const int MaxMessage = 500;

    public static string Of(string name, PostgresException error) =>
        $"database '{name}' refused ({error.SqlState}): {OutsideText.Line(error.MessageText, MaxMessage)}{Hint(error)}";

    /// <summary>Only a pooler that shares connections minds what PostgreSQL itself takes.</summary>
    private static string Hint(PostgresException error) => error.MessageText.Contains("startup parameter", StringComparison.Ordinal)
        ? " (what cannot be in a transaction needs the server's own address, past the pooler)"
        : SqlStates.Hint(error.SqlState);
}

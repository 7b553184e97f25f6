using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>The server's errors in one sentence, without the values it may quote.</summary>
internal static class PgErrorText
{
    private const int MaxMessage = 500;

    public static string Of(string name, PostgresException error) =>
        $"database '{name}' refused ({error.SqlState}): {OutsideText.Line(error.MessageText, MaxMessage)}{SqlStates.Hint(error.SqlState)}";
}

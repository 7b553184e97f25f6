using System.Globalization;
using System.Text.RegularExpressions;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>
/// New incidents with their entries and claims as one statement, which is a transaction of its own: the lease is shared
/// first, and if it is not ours, or a key is taken, nothing is written. It carries the columns of the statements it is made of.
/// </summary>
internal sealed partial class OpenIncidents(GuardLease guard, InsertIncidents incidents, InsertEntries entries, InsertFreshClaims claims)
    : Command(Dialect.Postgres, [.. guard.Columns, .. incidents.Columns, .. entries.Columns, .. claims.Columns])
{
    public override string Text { get; } = TextOf(guard, incidents, entries, claims);

    // PostgreSQL runs the main statement first, then each part that nothing refers to, to its end.
    private static string TextOf(GuardLease guard, InsertIncidents incidents, InsertEntries entries, InsertFreshClaims claims)
    {
        var first = guard.Columns.Count;
        var second = first + incidents.Columns.Count;
        return $"""
            with opened as ({Moved(incidents, first)}),
            told as ({Moved(entries, second)}),
            taken as ({Moved(claims, second + entries.Columns.Count)})
            {guard.Text}
            """;
    }

    private static string Moved(Command command, int by) =>
        Parameter().Replace(command.Text, match => $"${int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture) + by}");

    [GeneratedRegex(@"\$[0-9]+")]
    private static partial Regex Parameter();
}

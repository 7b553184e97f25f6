using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>An entry as a line of CSV. What a spreadsheet would take for a formula is text.</summary>
internal static class CsvLine
{
    public static string Of(StoredEntry stored)
    {
        var entry = IncidentJson.ReadEntry(stored.Entry);
        string[] fields =
        [
            stored.Incident.Value,
            stored.Version.ToString(CultureInfo.InvariantCulture),
            entry.At.ToString("O", CultureInfo.InvariantCulture),
            entry.By,
            entry.Cause,
            string.Join(' ', entry.Events.Select(happened => happened.GetType().Name)),
            stored.Digest,
        ];
        return string.Join(',', fields.Select(Field)) + "\r\n";
    }

    public static string Field(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

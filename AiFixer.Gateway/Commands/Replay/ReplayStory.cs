using System.Globalization;
using System.Text;
using System.Text.Json;
using AiFixer.Gateway.Commands.Incidents;

namespace AiFixer.Gateway.Commands.Replay;

/// <summary>An incident's events in the order of time, each with what is known beside it.</summary>
internal static class ReplayStory
{
    private const string Indent = "                    ";

    public static string Of(JsonElement incident)
    {
        var entries = incident.GetProperty("timeline").EnumerateArray().ToList();
        var story = new StringBuilder()
            .AppendLine($"{incident.Text("id")}  {incident.Text("severity")}  {incident.Text("status")}")
            .AppendLine($"{incident.Part("alert")?.Text("name")}: {incident.Part("alert")?.Text("summary")}");
        if (incident.TryGetProperty("repeats", out var repeats) && repeats.GetInt64() > 0)
            story.AppendLine(CultureInfo.InvariantCulture, $"Its sender said the same {repeats.GetInt64()} more times.");
        var beside = new ReplayDetails(incident, entries);
        DateTimeOffset? day = null;
        foreach (var (index, entry) in entries.Index())
        {
            var at = entry.GetProperty("at").GetDateTimeOffset().ToUniversalTime();
            if (day?.Date != at.Date)
                story.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{at:dddd, d MMMM yyyy} (UTC)").AppendLine();
            day = at;
            story.AppendLine(CultureInfo.InvariantCulture, $"{at:HH:mm:ss}  {Since(entries[0], at),8}  {entry.Text("text")}{By(entry)}");
            foreach (var line in Lines(entry.Text("detail")).Concat(beside.Of(index)))
                story.AppendLine(Indent + line);
        }

        return TerminalText.Of(story.ToString().TrimEnd());
    }

    private static string Since(JsonElement first, DateTimeOffset at)
    {
        var passed = at - first.GetProperty("at").GetDateTimeOffset();
        return passed.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"+{(long)passed.TotalHours}h{passed.Minutes:00}m")
            : string.Create(CultureInfo.InvariantCulture, $"+{passed.Minutes}m{passed.Seconds:00}s");
    }

    /// <summary>What AiFixer did by itself needs no name.</summary>
    private static string By(JsonElement entry) => entry.Text("by") is { Length: > 0 } by && by != "aifixer" ? $" ({by})" : "";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases;

/// <summary>Reads <c>changes.json</c>: commits, deploys, flags and announcements.</summary>
internal static class ChangesReader
{
    /// <summary>The lists, and what each of their items must have besides a time.</summary>
    private static readonly (string List, string[] Needed)[] Lists =
        [("commits", ["sha", "message"]), ("deploys", ["service"]), ("flags", ["flag"]), ("status", [])];

    public static JsonObject Read(CaseFile file)
    {
        var changes = file.Object();
        if (changes.Select(p => p.Key).FirstOrDefault(k => !Array.Exists(Lists, l => l.List == k)) is { } unknown)
            throw file.Wrong(null, $"'{unknown}' is no list of changes");
        foreach (var (list, needed) in Lists.Where(l => changes.ContainsKey(l.List)))
        {
            if (changes.Arr(list) is not { } items)
                throw file.Wrong(null, $"{list} must be a list");
            foreach (var (i, item) in items.Index())
                Check(file, item, needed, $"{list} {i + 1}: ");
        }

        return changes;
    }

    private static void Check(CaseFile file, JsonNode? item, string[] needed, string at)
    {
        file.Moment(item, "ts", null, at);
        foreach (var field in needed)
            file.Required(item, field, null, at);
    }
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases;

/// <summary>Reads <c>database.json</c>: what a database's monitoring says.</summary>
internal static class DatabaseReader
{
    private static readonly string[] Lists = ["top_sql", "waits", "events", "top_users", "top_hosts"];

    public static JsonObject Read(CaseFile file)
    {
        var database = file.Object();
        foreach (var name in Lists.Where(database.ContainsKey))
        {
            if (database.Arr(name) is not { } list || list.Any(item => item is not JsonObject))
                throw file.Wrong(null, $"{name} must be a list of objects");
        }

        foreach (var name in new[] { "settings", "window" }.Where(database.ContainsKey))
        {
            if (database[name] is not JsonObject)
                throw file.Wrong(null, $"{name} must be an object");
        }

        foreach (var (i, item) in (database.Arr("events") ?? []).Index())
            file.Moment(item, "ts", null, $"events {i + 1}: ");
        if (database.Obj("window") is { } window)
            _ = (file.Moment(window, "start", null, "window: "), file.Moment(window, "end", null, "window: "));
        return database;
    }
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Observability;

/// <summary>A database's monitoring: <c>GET /insights?db=&amp;start=&amp;end=</c>.</summary>
internal sealed class InsightsApi(ITelemetry telemetry)
{
    /// <summary>What is measured within a window, and means nothing outside of it.</summary>
    private static readonly string[] Measured = ["top_sql", "waits", "top_users", "top_hosts"];

    public Answer Handle(string path, Fields fields)
    {
        if (path != "/insights")
            return Answer.Text("404 page not found\n", 404);
        if (telemetry.Database is not { } database)
            return Problem(404, "no database is monitored here");
        var known = database.Obj("settings").Str("db_instance");
        if (fields["db"] is { Length: > 0 } wanted && known is not null && wanted != known)
            return Problem(404, $"there is no database '{wanted}'; there is {known}");
        if (!ChangesApi.TryRead(fields, out var start, out var end))
            return Problem(400, "start and end must be times with an offset such as 2026-01-31T12:00:00Z");
        return Answer.Json(Overlaps(database.Obj("window"), start, end) ? database.Copy() : Without(database));
    }

    private static bool Overlaps(JsonObject? window, DateTimeOffset start, DateTimeOffset end) =>
        KubeTime.Parse(window.Str("start")) is not { } from || KubeTime.Parse(window.Str("end")) is not { } to || from <= end && to >= start;

    private static JsonObject Without(JsonObject database)
    {
        var copy = database.Copy();
        foreach (var name in Measured.Where(copy.ContainsKey))
            copy[name] = new JsonArray();
        return copy;
    }

    private static Answer Problem(int code, string detail) => Answer.Json(new JsonObject { ["status"] = code, ["detail"] = detail }, code);
}

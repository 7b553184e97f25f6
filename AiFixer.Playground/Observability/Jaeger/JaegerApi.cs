using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Observability.Jaeger;

/// <summary>Jaeger's query API over the traces of a world.</summary>
internal sealed class JaegerApi(ITelemetry telemetry)
{
    private const int UsualTraces = 20;

    public Answer Handle(string path, Fields fields)
    {
        if (path == "/api/services")
            return Data(new([.. telemetry.Spans.Select(s => s.Service).Distinct().Order(StringComparer.Ordinal).Select(s => (JsonNode)s)]));
        if (path == "/api/traces")
            return Search(fields);
        return path.StartsWith("/api/traces/", StringComparison.Ordinal) ? One(path["/api/traces/".Length..]) : Answer.Text("404 page not found\n", 404);
    }

    private Answer Search(Fields fields)
    {
        if (fields["service"] is not { Length: > 0 } service)
            return Error(400, "parameter 'service' is required");
        if (!TraceFilter.TryRead(fields, telemetry.Now, service, out var filter, out var problem))
            return Error(400, problem);
        var limit = int.TryParse(fields["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : UsualTraces;
        var found = telemetry.Spans.GroupBy(s => s.TraceId)
            .Where(trace => trace.Any(filter.Fits))
            .OrderByDescending(trace => trace.Min(s => s.Start))
            .Take(limit);
        return Data(new([.. found.Select(t => (JsonNode)JaegerJson.Trace(t.Key, [.. t]))]));
    }

    private Answer One(string id)
    {
        var spans = telemetry.Spans.Where(s => s.TraceId == id).ToList();
        return spans.Count == 0 ? Error(404, "trace not found") : Data(new(JaegerJson.Trace(id, spans)));
    }

    private static Answer Data(JsonArray data) => Answer.Json(new JsonObject
    {
        ["data"] = data,
        ["total"] = data.Count,
        ["limit"] = 0,
        ["offset"] = 0,
        ["errors"] = null,
    });

    private static Answer Error(int code, string message) => Answer.Json(
        new JsonObject
        {
            ["data"] = null,
            ["total"] = 0,
            ["limit"] = 0,
            ["offset"] = 0,
            ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["msg"] = message }),
        },
        code);
}

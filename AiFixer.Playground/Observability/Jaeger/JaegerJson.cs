using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Observability.Jaeger;

/// <summary>Traces as Jaeger writes them: times and durations are microseconds, services are processes.</summary>
internal static class JaegerJson
{
    public static JsonObject Trace(string id, IReadOnlyList<TraceSpan> spans)
    {
        var services = spans.Select(s => s.Service).Distinct().ToList();
        var processes = new JsonObject();
        foreach (var (i, service) in services.Index())
            processes[$"p{i + 1}"] = new JsonObject { ["serviceName"] = service, ["tags"] = new JsonArray() };
        return new()
        {
            ["traceID"] = id,
            ["spans"] = new JsonArray([.. spans.Select(s => (JsonNode)Span(s, $"p{services.IndexOf(s.Service) + 1}"))]),
            ["processes"] = processes,
            ["warnings"] = null,
        };
    }

    public static JsonArray Tags(TraceSpan span)
    {
        var tags = new JsonArray();
        foreach (var (key, value) in span.Attributes ?? [])
            tags.Add((JsonNode)Tag(key, value));
        if (!span.IsError)
            return tags;
        tags.Add((JsonNode)Tag("error", true));
        tags.Add((JsonNode)Tag("otel.status_code", "ERROR"));
        if (span.Error is not null)
            tags.Add((JsonNode)Tag("otel.status_description", span.Error));
        return tags;
    }

    private static JsonObject Span(TraceSpan span, string process) => new()
    {
        ["traceID"] = span.TraceId,
        ["spanID"] = span.SpanId,
        ["operationName"] = span.Name,
        ["references"] = span.ParentId is null
            ? []
            : new JsonArray(new JsonObject { ["refType"] = "CHILD_OF", ["traceID"] = span.TraceId, ["spanID"] = span.ParentId }),
        ["startTime"] = (span.Start - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
        ["duration"] = span.Duration.Ticks / TimeSpan.TicksPerMicrosecond,
        ["tags"] = Tags(span),
        ["logs"] = new JsonArray(),
        ["processID"] = process,
        ["warnings"] = null,
    };

    private static JsonObject Tag(string key, JsonNode? value)
    {
        var (type, shown) = value?.GetValueKind() switch
        {
            JsonValueKind.String => ("string", value.DeepClone()),
            JsonValueKind.True or JsonValueKind.False => ("bool", value.DeepClone()),
            JsonValueKind.Number when value.ToJsonString().Contains('.', StringComparison.Ordinal) => ("float64", value.DeepClone()),
            JsonValueKind.Number => ("int64", value.DeepClone()),
            _ => ("string", JsonValue.Create(value?.ToJsonString() ?? "")),
        };
        return new() { ["key"] = key, ["type"] = type, ["value"] = shown };
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Observability;

namespace AiFixer.Playground.Cases;

/// <summary>Reads <c>traces.json</c>: a list of spans.</summary>
internal static class SpanReader
{
    private static readonly HashSet<string> Known =
        ["trace_id", "span_id", "parent_id", "service", "name", "start", "duration_ms", "status", "error", "attributes"];

    public static IReadOnlyList<TraceSpan> Read(CaseFile file)
    {
        List<TraceSpan> spans = [.. file.Array().Select((item, i) => One(file, item, $"span {i + 1}: "))];
        if (spans.GroupBy(s => (s.TraceId, s.SpanId)).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw file.Wrong(null, $"the span {twice.Key.SpanId} is there twice in trace {twice.Key.TraceId}");
        return spans;
    }

    private static TraceSpan One(CaseFile file, JsonNode? item, string at)
    {
        if (item is not JsonObject span)
            throw file.Wrong(null, $"{at}must be an object");
        if (span.Select(p => p.Key).FirstOrDefault(k => !Known.Contains(k)) is { } unknown)
            throw file.Wrong(null, $"{at}'{unknown}' is no field of a span");
        var status = file.Required(span, "status", null, at);
        if (status is not ("OK" or "ERROR" or "UNSET"))
            throw file.Wrong(null, $"{at}status must be OK, ERROR or UNSET, not '{status}'");
        return new(
            file.Required(span, "trace_id", null, at), file.Required(span, "span_id", null, at),
            span["parent_id"] is null ? null : file.Required(span, "parent_id", null, at),
            file.Required(span, "service", null, at), file.Required(span, "name", null, at), file.Moment(span, "start", null, at),
            Duration(file, span, at), status == "ERROR", span["error"] is null ? null : Text(span["error"]!), span.Obj("attributes"));
    }

    private static TimeSpan Duration(CaseFile file, JsonObject span, string at) =>
        span["duration_ms"] is JsonValue value && value.GetValueKind() is JsonValueKind.Number && value.TryGetValue<double>(out var ms) && ms is >= 0 and < 86_400_000
            ? TimeSpan.FromTicks((long)(ms * TimeSpan.TicksPerMillisecond))
            : throw file.Wrong(null, $"{at}duration_ms must be a number of milliseconds");

    private static string Text(JsonNode error) => error.AsText() ?? error.ToJsonString();
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>The first calls the second, and is answered.</summary>
internal static class NeighbourSpans
{
    private const string File = "traces.json";
    private const int Traces = 12;

    public static CaseContents Add(CaseContents contents) => contents.WithJson(File, file =>
    {
        var spans = (JsonArray)file;
        var times = spans.Select(span => KubeTime.Parse(span.Str("start"))).OfType<DateTimeOffset>().Order().ToList();
        if (times.Count == 0)
            return;
        foreach (var i in Enumerable.Range(0, Traces))
        {
            var start = times[0] + (times[^1] - times[0]) * (i / (double)Traces);
            spans.Add(Span(i, 0, null, start, 30));
            spans.Add(Span(i, 1, Id(i, 0, 16), start.AddMilliseconds(4), 18));
        }
    });

    private static JsonObject Span(int trace, int depth, string? parent, DateTimeOffset start, double ms) => new()
    {
        ["trace_id"] = Id(trace, -1, 32),
        ["span_id"] = Id(trace, depth, 16),
        ["parent_id"] = parent,
        ["service"] = Neighbours.Names[depth],
        ["name"] = depth == 0 ? "GET /items" : "Find",
        ["start"] = KubeTime.Micros(start),
        ["duration_ms"] = ms + trace % 5,
        ["status"] = "OK",
    };

    private static string Id(int trace, int depth, int length) => Stable.Hex($"neighbour {trace} {depth}", length);
}

using System.Text.Json;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Sentry;

/// <summary>What one event tells of an issue.</summary>
internal static class EventReader
{
    private const int MostFrames = 25;
    private const int MostBreadcrumbs = 20;
    private const int MaxText = 1000;

    public static IssueData Into(IssueData issue, JsonElement one) => issue with
    {
        Exceptions = [.. Values(one, "exception").Select(Exception).Reverse()],
        Tags = one.Items("tags").Where(t => t.Text("key") is not null).DistinctBy(t => t.Text("key")).ToDictionary(t => t.Text("key")!, t => Line(t.Text("value"))!),
        TraceId = one.TryGetProperty("contexts", out var contexts) && contexts.ValueKind is JsonValueKind.Object && contexts.TryGetProperty("trace", out var trace)
            ? trace.Text("trace_id")
            : null,
        Breadcrumbs = [.. Values(one, "breadcrumbs").TakeLast(MostBreadcrumbs).Select(b => Line($"{b.Text("timestamp")} {b.Text("category")} {b.Text("level")}: {b.Text("message")}")!)],
    };

    private static IEnumerable<JsonElement> Values(JsonElement one, string type) => one.Items("entries")
        .Where(e => e.Text("type") == type && e.TryGetProperty("data", out _))
        .SelectMany(e => e.GetProperty("data").Items("values"));

    /// <summary>Sentry's frames end with the one that failed; people look there first.</summary>
    private static ExceptionData Exception(JsonElement value)
    {
        var frames = value.TryGetProperty("stacktrace", out var trace) ? trace.Items("frames").Reverse().ToList() : [];
        return new(
            value.Text("type"), Line(value.Text("value")), [.. frames.Take(MostFrames).Select(Frame)],
            frames.Count > MostFrames ? $"the {MostFrames} innermost of {frames.Count} frames" : null);
    }

    private static FrameData Frame(JsonElement frame)
    {
        int? line = frame.TryGetProperty("lineNo", out var number) && number.TryGetInt32Safe(out var found) ? found : null;
        var code = frame.Items("context")
            .Where(c => c.ValueKind is JsonValueKind.Array && c.GetArrayLength() == 2 && c[0].TryGetInt32Safe(out var at) && at == line)
            .Select(c => c[1].GetString()).FirstOrDefault();
        return new(
            frame.Text("function"), frame.Text("filename") ?? frame.Text("module"), line,
            frame.TryGetProperty("inApp", out var inApp) && inApp.ValueKind is JsonValueKind.True, code is null ? null : Line(code.Trim()));
    }

    private static bool TryGetInt32Safe(this JsonElement element, out int value)
    {
        value = 0;
        return element.ValueKind is JsonValueKind.Number && element.TryGetInt32(out value);
    }

    private static string? Line(string? text) => text is null ? null : OutsideText.Line(text, MaxText);
}

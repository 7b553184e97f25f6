using System.Text.Json;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Traces;

/// <summary>Reads Jaeger's traces.</summary>
internal static class JaegerAnswer
{
    public static FoundSpans Read(JsonElement body) => new(
        [.. body.GetProperty("data").EnumerateArray().SelectMany(Trace)],
        [.. body.Items("errors").Select(e => e.Text("msg") ?? e.GetRawText())]);

    private static IEnumerable<Span> Trace(JsonElement trace)
    {
        var services = trace.GetProperty("processes").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Text("serviceName") ?? "");
        return trace.GetProperty("spans").EnumerateArray().Select(span => One(span, services));
    }

    private static Span One(JsonElement span, Dictionary<string, string> services)
    {
        var tags = Tags(span);
        var error = tags.GetValueOrDefault("error") is { } flag && !flag.Equals("false", StringComparison.OrdinalIgnoreCase)
            || tags.GetValueOrDefault("otel.status_code") is "ERROR";
        return new(
            span.GetProperty("traceID").GetString()!, span.GetProperty("spanID").GetString()!, Parent(span),
            services.GetValueOrDefault(span.Text("processID") ?? "") ?? "", span.Text("operationName") ?? "",
            DateTimeOffset.UnixEpoch.AddTicks(span.GetProperty("startTime").GetInt64() * TimeSpan.TicksPerMicrosecond),
            TimeSpan.FromTicks(span.GetProperty("duration").GetInt64() * TimeSpan.TicksPerMicrosecond),
            error, error ? Message(span, tags) : null, tags);
    }

    private static string? Parent(JsonElement span)
    {
        var parents = span.Items("references").Where(r => r.Text("traceID") == span.Text("traceID")).ToList();
        return parents.FirstOrDefault(r => r.Text("refType") is "CHILD_OF").Text("spanID") ?? parents.FirstOrDefault().Text("spanID");
    }

    private static Dictionary<string, string> Tags(JsonElement span)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in span.Items("tags"))
            tags[tag.Text("key") ?? ""] = tag.TryGetProperty("value", out var value) ? Text(value) : "";
        return tags;
    }

    /// <summary>What went wrong: the status' description, or what a logged exception said.</summary>
    private static string? Message(JsonElement span, Dictionary<string, string> tags) =>
        Words(tags.GetValueOrDefault("otel.status_description"))
        ?? Words(tags.GetValueOrDefault("error.message"))
        ?? span.Items("logs").SelectMany(log => log.Items("fields"))
            .Where(f => f.Text("key") is "exception.message" or "message" or "error.object")
            .Select(f => f.TryGetProperty("value", out var value) ? Words(Text(value)) : null)
            .FirstOrDefault(text => text is not null)
        ?? (tags.GetValueOrDefault("error") is { } flag && !flag.Equals("true", StringComparison.OrdinalIgnoreCase) ? Words(flag) : null);

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
}

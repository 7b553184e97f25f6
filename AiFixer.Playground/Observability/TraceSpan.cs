using System.Text.Json.Nodes;

namespace AiFixer.Playground.Observability;

/// <summary>A step of a trace.</summary>
internal sealed record TraceSpan(
    string TraceId, string SpanId, string? ParentId, string Service, string Name, DateTimeOffset Start, TimeSpan Duration,
    bool IsError, string? Error, JsonObject? Attributes);

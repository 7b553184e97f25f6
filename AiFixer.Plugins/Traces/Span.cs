namespace AiFixer.Plugins.Traces;

/// <summary>One step of a trace, wherever it was recorded.</summary>
internal sealed record Span(
    string TraceId, string SpanId, string? ParentId, string Service, string Name, DateTimeOffset Start, TimeSpan Duration,
    bool IsError, string? Error, IReadOnlyDictionary<string, string> Tags);

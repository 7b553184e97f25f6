namespace AiFixer.Plugins.Traces;

/// <summary>One span as the plugin shows it; durations are in milliseconds.</summary>
/// <param name="Depth">How far below the trace's root it is.</param>
/// <param name="SelfMs">What of its time no child accounts for.</param>
internal sealed record SpanData(
    string SpanId, string? ParentId, int Depth, string Service, string Name, string Start, double DurationMs, double SelfMs, bool Error,
    string? Message, IReadOnlyDictionary<string, string>? Tags);

namespace AiFixer.Plugins.Traces;

/// <summary>One trace, its spans in the order of calls.</summary>
/// <param name="Errors">How many of its spans failed.</param>
/// <param name="FirstFailing">The service of the failed span that has no failed span below it: where the failure began.</param>
internal sealed record TraceData(
    string TraceId, string Link, string Start, double DurationMs, int SpansInAll, int Errors, string? FirstFailing, IReadOnlyList<SpanData> Spans);

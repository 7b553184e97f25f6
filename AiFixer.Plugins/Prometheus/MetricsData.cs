namespace AiFixer.Plugins.Prometheus;

/// <summary>Answer of <c>prom.query</c> and <c>prom.query_range</c>, and of <c>loki.query</c> when it was asked for numbers.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Shown">What was sent, where that is something else.</param>
/// <param name="Note">Why it is something else, and what else there is to know.</param>
/// <param name="Unit">The unit of the values; absent when it cannot be told.</param>
/// <param name="Cut">What was left out; absent when nothing was.</param>
internal sealed record MetricsData(
    string Query, string? Shown, string? Note, string? Start, string? End, string? Step, string Type, string? Unit,
    int SeriesInAll, string? Cut, IReadOnlyList<string> Warnings, string? Text, IReadOnlyList<SeriesData> Series);

namespace AiFixer.Plugins.Loki;

/// <summary>Answer of <c>loki.query</c>: lines of all streams in one order, oldest first.</summary>
/// <param name="Cut">What was left out; absent when nothing was.</param>
/// <param name="Labels">The labels that every line has.</param>
internal sealed record LogsData(
    string Query, string Start, string End, string? Cut, IReadOnlyList<string> Warnings,
    IReadOnlyDictionary<string, string> Labels, IReadOnlyList<LineData> Lines);

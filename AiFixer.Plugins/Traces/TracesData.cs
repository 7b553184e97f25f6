namespace AiFixer.Plugins.Traces;

/// <summary>Answer of <c>traces.search</c>, newest trace first.</summary>
/// <param name="Cut">What was left out; absent when nothing was.</param>
internal sealed record TracesData(
    string Service, string Start, string End, string? Cut, IReadOnlyList<string> Warnings, IReadOnlyList<TraceData> Traces);

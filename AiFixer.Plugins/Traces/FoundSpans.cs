namespace AiFixer.Plugins.Traces;

/// <summary>The spans of the traces that a backend found.</summary>
/// <param name="Spans">All of them.</param>
/// <param name="Warnings">What the backend says about its own answer.</param>
internal sealed record FoundSpans(IReadOnlyList<Span> Spans, IReadOnlyList<string> Warnings);

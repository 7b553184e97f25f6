namespace AiFixer.Playground.Cases.Variations;

/// <summary>Two more services run beside the others, and run well.</summary>
internal static class Neighbours
{
    public const string First = "velvet-svc";
    public const string Second = "harbour-svc";

    public static IReadOnlyList<string> Names { get; } = [First, Second];

    public static VariedCase? Apply(CaseContents contents)
    {
        var more = NeighbourPods.Add(NeighbourSpans.Add(NeighbourLogs.Add(NeighbourMetrics.Add(contents))));
        return more.Files.SequenceEqual(contents.Files) ? null : new(more);
    }
}

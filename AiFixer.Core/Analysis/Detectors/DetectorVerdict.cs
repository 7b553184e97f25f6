namespace AiFixer.Core.Analysis;

/// <summary>What one detector says of a series.</summary>
/// <param name="Wild">What it says of each sample; null when there are too few samples for it.</param>
public sealed record DetectorVerdict(string Detector, double Weight, bool[]? Wild)
{
    public int Count => Wild?.Count(wild => wild) ?? 0;
}

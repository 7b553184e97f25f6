namespace AiFixer.Core.Analysis;

/// <summary>What counts as a change.</summary>
public sealed record OnsetOptions
{
    public static readonly OnsetOptions Default = new();

    /// <summary>A change is at least so many times as large as the noise.</summary>
    public double LeastScore { get; init; } = 2;

    /// <summary>Noise alone would show such a change at most with this probability.</summary>
    public double MostChance { get; init; } = 0.002;

    /// <summary>So many samples at least show what was normal.</summary>
    public int LeastBaseline { get; init; } = 4;

    /// <summary>With fewer samples nothing is said.</summary>
    public int LeastSamples { get; init; } = 8;
}

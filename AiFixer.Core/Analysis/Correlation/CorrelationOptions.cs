namespace AiFixer.Core.Analysis;

/// <summary>What counts as related.</summary>
public sealed record CorrelationOptions
{
    public static readonly CorrelationOptions Default = new();

    /// <summary>Weaker correlations are none.</summary>
    public double LeastCorrelation { get; init; } = 0.7;

    /// <summary>After what is put on for asking many questions.</summary>
    public double MostChance { get; init; } = 0.05;

    /// <summary>How many samples one may lead the other.</summary>
    public int MostLag { get; init; } = 10;

    /// <summary>How much of the past is asked for precedence.</summary>
    public int PrecedenceLags { get; init; } = 2;

    /// <summary>Fewer common samples say nothing.</summary>
    public int LeastSamples { get; init; } = 20;

    /// <summary>How many candidates are named.</summary>
    public int Most { get; init; } = 5;
}

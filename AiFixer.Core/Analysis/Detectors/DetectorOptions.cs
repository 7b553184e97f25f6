namespace AiFixer.Core.Analysis;

/// <summary>How much each detector counts and from where on it sees something wild. The weights of all make one.</summary>
public sealed record DetectorOptions
{
    public static readonly DetectorOptions Default = new();

    public double ZScoreWeight { get; init; } = 0.20;

    /// <summary>Wild is what is so many standard deviations from the mean.</summary>
    public double ZScore { get; init; } = 3;

    /// <summary>
    /// Measures from the median in median deviations instead, so that many wild values do not hide each other. Its own limit is
    /// <see cref="RobustZScore"/>.
    /// </summary>
    public bool Robust { get; init; } = true;

    public double RobustZScore { get; init; } = 3.5;

    public double IqrWeight { get; init; } = 0.20;

    /// <summary>Wild is what is so many quartile distances outside the quartiles.</summary>
    public double Iqr { get; init; } = 1.5;

    public double IsolationForestWeight { get; init; } = 0.25;

    /// <summary>What share of all samples is taken to be wild.</summary>
    public double Contamination { get; init; } = 0.1;

    public int Trees { get; init; } = 100;

    public int TreeSamples { get; init; } = 256;

    public ulong Seed { get; init; } = 42;

    /// <summary>With fewer samples there is no forest.</summary>
    public int LeastForest { get; init; } = 10;

    public double DbscanWeight { get; init; } = 0.15;

    /// <summary>Neighbours are not farther apart, in standard deviations.</summary>
    public double DbscanReach { get; init; } = 0.5;

    public double MovingAverageWeight { get; init; } = 0.15;

    public int MovingAverageWindow { get; init; } = 10;

    /// <summary>Wild is what is so many of the window's standard deviations from its mean.</summary>
    public double MovingAverage { get; init; } = 2;

    public double TrendWeight { get; init; } = 0.05;

    /// <summary>A trend is no chance below this.</summary>
    public double TrendChance { get; init; } = 0.01;

    /// <summary>A trend explains at least this, as a correlation with time.</summary>
    public double Trend { get; init; } = 0.5;

    /// <summary>A sample is anomalous when detectors of more than this weight see it.</summary>
    public double Anomalous { get; init; } = 0.65;

    public double Medium { get; init; } = 0.6;

    public double High { get; init; } = 0.8;
}

namespace AiFixer.Bench.Reporting;

/// <summary>One line of the output.</summary>
internal sealed record Measurement
{
    public required string Name { get; init; }

    public string? Database { get; init; }

    public int? Clients { get; init; }

    public int? AlertsPerRequest { get; init; }

    public required double Value { get; init; }

    public required string Unit { get; init; }

    /// <summary>How much of the yardstick it reached; the yardstick is the median of all its runs.</summary>
    public double? RatioToYardstick { get; init; }

    /// <summary>Least and most of the runs that the value is the median of.</summary>
    public double? Least { get; init; }

    public double? Most { get; init; }

    public int Runs { get; init; } = 1;

    public double? P50Ms { get; init; }

    public double? P99Ms { get; init; }

    public double? P999Ms { get; init; }

    public double? Seconds { get; init; }

    public string? Target { get; init; }

    public bool? TargetMet { get; init; }

    public Machine Machine { get; init; } = Machine.This;
}

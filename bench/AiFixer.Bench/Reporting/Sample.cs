namespace AiFixer.Bench.Reporting;

/// <summary>One run of one thing that is measured.</summary>
internal sealed record Sample
{
    public required string Name { get; init; }

    public string? Database { get; init; }

    public int? Clients { get; init; }

    public int? AlertsPerRequest { get; init; }

    public required double Value { get; init; }

    public required string Unit { get; init; }

    public double? P50 { get; init; }

    public double? P99 { get; init; }

    public double? P999 { get; init; }

    public double? Seconds { get; init; }

    public Goal? Goal { get; init; }

    /// <summary>Runs of the same thing count together.</summary>
    public (string, string?, int?, int?) Key => (Name, Database, Clients, AlertsPerRequest);
}

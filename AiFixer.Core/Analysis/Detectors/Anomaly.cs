using System.Collections.Immutable;

namespace AiFixer.Core.Analysis;

/// <summary>A sample unlike the others, and which detectors say so.</summary>
public sealed record Anomaly(DateTimeOffset Time, double Value, double Composite, AnomalySeverity Severity, ImmutableArray<string> SeenBy);

namespace AiFixer.Core.Analysis.Tuning;

/// <summary>What is known of a workload that may be tuned. What is not known is null.</summary>
/// <param name="Connection">Which cluster; null for the usual one.</param>
/// <param name="Container">The container that is short of something; null when it is not known which.</param>
/// <param name="Replicas">How many copies are wanted now.</param>
/// <param name="Rps">Requests a second.</param>
/// <param name="P99Ms">What the slowest hundredth of requests takes at least.</param>
/// <param name="CpuLimitMillicores">Today's limit.</param>
/// <param name="MemoryLimitBytes">Today's limit.</param>
public sealed record TuningFacts(
    TuningSymptom Symptom,
    string Namespace,
    string Deployment,
    string? Container = null,
    string? Connection = null,
    int? Replicas = null,
    double? Rps = null,
    double? P99Ms = null,
    long? CpuLimitMillicores = null,
    long? MemoryLimitBytes = null);

using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>What was seen of one workload, in words that no vendor owns.</summary>
/// <param name="Since">Since when the alert fires.</param>
/// <param name="Gaps">What could not be seen, and why.</param>
public sealed record WorkloadFacts(
    string Namespace,
    string Name,
    Rollout? Rollout,
    ImmutableList<PodFact> Pods,
    ImmutableList<WarningFact> Warnings,
    ImmutableList<LogFact> Logs,
    ImmutableList<string> Gaps,
    DateTimeOffset? Since = null);

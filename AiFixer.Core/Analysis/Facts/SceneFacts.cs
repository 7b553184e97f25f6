using System.Collections.Immutable;
using AiFixer.Core.Alerts;

namespace AiFixer.Core.Analysis.Facts;

/// <summary>Everything that was seen of an incident, in words that no vendor owns.</summary>
/// <param name="Subject">The service, database or machine that the alert is about; empty where it does not say.</param>
/// <param name="From">How far back was looked.</param>
/// <param name="Now">The moment at which it was looked.</param>
public sealed record SceneFacts(Alert Alert, string Subject, DateTimeOffset From, DateTimeOffset Now)
{
    public ImmutableList<MetricFact> Metrics { get; init; } = [];

    public ImmutableList<LineFact> Lines { get; init; } = [];

    public ImmutableList<SpanFact> Spans { get; init; } = [];

    public ImmutableList<CommitFact> Commits { get; init; } = [];

    public ImmutableList<DeployFact> Deploys { get; init; } = [];

    public ImmutableList<FlagFact> Flags { get; init; } = [];

    public ImmutableList<StatusFact> Statuses { get; init; } = [];

    /// <summary>Where a person looks at a request of it step by step; null when its requests are not traced.</summary>
    public string? Traces { get; init; }

    public string AlertText => string.Join('\n', [Alert.Name, Alert.Summary, Alert.Description, .. Alert.Annotations.Values]);
}

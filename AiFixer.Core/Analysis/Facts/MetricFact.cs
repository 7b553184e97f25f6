using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Facts;

/// <summary>How one number went over time.</summary>
/// <param name="Owner">Whose it is: a service, a node, a database instance; empty where no label says.</param>
public sealed record MetricFact(
    string Name, string Owner, ImmutableDictionary<string, string> Labels, Series Series, string Evidence)
{
    /// <summary>It counts up, and what is here is how fast.</summary>
    public bool IsRate { get; init; }
}

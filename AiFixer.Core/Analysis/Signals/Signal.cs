using System.Collections.Immutable;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Signals;

/// <summary>A sign of trouble.</summary>
/// <param name="Owner">Whose trouble it is.</param>
/// <param name="At">When it was first seen.</param>
/// <param name="Strength">How much it tells, from 0 to 1.</param>
/// <param name="Says">It in words, with the numbers or the line as they were seen.</param>
/// <param name="Evidence">What shows it; empty for what the alert itself says.</param>
internal sealed record Signal(
    SignalKind Kind, string Owner, string Name, ImmutableHashSet<Topic> Topics, DateTimeOffset At, double Strength, string Says, string Evidence)
{
    /// <summary>How the number changed, for a metric.</summary>
    public ChangePoint? Change { get; init; }

    /// <summary>The number itself, for a metric.</summary>
    public MetricFact? Metric { get; init; }

    public bool Is(Topic topic) => Topics.Contains(topic);
}

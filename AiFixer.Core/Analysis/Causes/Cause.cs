using System.Collections.Immutable;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>An explanation of an incident, with what speaks for it.</summary>
/// <param name="Strength">How well it explains what is seen, from 0 to 1.</param>
/// <param name="Says">The cause, in words.</param>
/// <param name="Remedy">In a word, what would help.</param>
/// <param name="Shows">What shows it.</param>
internal sealed record Cause(string Category, double Strength, string Says, string Remedy, ImmutableList<CitedClaim> Shows)
{
    /// <summary>The change to blame: its hash, or none.</summary>
    public string? Culprit { get; init; }

    public ImmutableList<SuggestedAction> Suggestions { get; init; } = [];

    /// <summary>What is seen cannot be explained otherwise.</summary>
    public bool IsCertain { get; init; }
}

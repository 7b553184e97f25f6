using System.Collections.Immutable;

namespace AiFixer.Core.Incidents;

/// <summary>What an analyst found.</summary>
/// <param name="Analyst">Who found it; an offline analyst is named as such.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="RuledOut">Other explanations and why not.</param>
/// <param name="Gaps">What could not be looked at, and why.</param>
public sealed record Diagnosis(
    int Round,
    string Analyst,
    Verdict Verdict,
    string Category,
    string RootCause,
    double Confidence,
    ImmutableList<Evidence> Evidence,
    ImmutableList<SuggestedAction> Suggestions,
    ImmutableList<string> RuledOut,
    ImmutableList<string> Gaps);

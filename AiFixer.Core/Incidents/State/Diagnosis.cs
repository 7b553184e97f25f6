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
    ImmutableList<string> Gaps)
{
    // What an older release wrote has none of these lists, and is then read as null.

    /// <summary>What it says and what shows it. A claim that nothing shows is struck before it gets here.</summary>
    public ImmutableList<CitedClaim> Claims { get => field ?? []; init; } = [];

    /// <summary>How many claims were struck, for they cited nothing that shows them.</summary>
    public int Struck { get; init; }

    /// <summary>The change to blame, <c>none</c> when no change is, null when it was not asked or cannot be told.</summary>
    public string? Culprit { get; init; }

    /// <summary>Where it began, which need not be where it hurts.</summary>
    public string? FirstFailing { get; init; }

    /// <summary>The services that suffer from it, the first failing one aside.</summary>
    public ImmutableList<string> Affected { get => field ?? []; init; } = [];

    /// <summary>In a word, what would help: <c>rollback</c>, <c>scale</c>, <c>rotate-cert</c>, … or <c>none</c>.</summary>
    public string? Remedy { get; init; }

    /// <summary>Who should take it: the first is responsible, the others help; null when nobody said.</summary>
    public Responsibility? Responsible { get; init; }

    /// <summary>Signals that have to come back for it to be over.</summary>
    public ImmutableList<RecoverySignal> Recovery { get => field ?? []; init; } = [];

    /// <summary>What would make trouble of this kind rarer; nothing of it runs by itself.</summary>
    public ImmutableList<Advice> Advice { get => field ?? []; init; } = [];

    /// <summary>How the service did right before; null when nobody measures it.</summary>
    public GoldSignals? Gold { get; init; }

    /// <summary>What was said between AiFixer and models, kept by its hash; null when no model was asked.</summary>
    public string? Transcript { get; init; }

    /// <summary>The answer was had before and is used again.</summary>
    public bool FromCache { get; init; }
}

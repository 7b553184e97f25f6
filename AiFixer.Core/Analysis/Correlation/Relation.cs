namespace AiFixer.Core.Analysis;

/// <summary>A metric that moves with the one that is in trouble.</summary>
/// <param name="R">The correlation at the lag at which it is strongest.</param>
/// <param name="Lead">How long before the trouble it moves; below zero after it.</param>
/// <param name="Chance">How probable it is by chance, all that was asked considered.</param>
/// <param name="PrecedenceChance">How probable it is by chance that its past foretells the trouble.</param>
/// <param name="Onset">When it left its own level.</param>
/// <param name="ExplainedBy">A stronger candidate that leaves nothing for this one to explain.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record Relation(
    string Metric,
    double R,
    TimeSpan Lead,
    double Chance,
    double PrecedenceChance,
    ChangePoint? Onset,
    CausalOrder Order,
    string? ExplainedBy,
    double Confidence);

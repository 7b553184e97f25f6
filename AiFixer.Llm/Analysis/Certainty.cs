using AiFixer.Core.Analysis.Claims;
using AiFixer.Core.Incidents;

namespace AiFixer.Llm.Analysis;

/// <summary>
/// What a model alone is sure of has to be shown twice over: where the rules did not come to the same, one line that happens to
/// be there is not enough.
/// </summary>
internal static class Certainty
{
    private const int Pieces = 2;

    /// <returns>What is missing before it can be sure; null when nothing is.</returns>
    public static string? Lacks(Diagnosis said, Diagnosis offline, EvidenceBook book)
    {
        if (said.Verdict != Verdict.Confirmed)
            return null;
        var cited = said.Claims.SelectMany(claim => claim.Cites).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var pieces = said.Evidence.FindAll(piece => cited.Contains(piece.Id));
        if (said.Culprit is { } culprit && culprit != "none" && !pieces.Exists(piece => book.Mentions(piece.Id, culprit)))
            return $"no claim cites evidence that has {culprit}";
        if (Agree(said, offline))
            return null;
        if (pieces.Count < Pieces)
            return "the rules did not come to it, and less than two pieces of evidence show it";
        return pieces.TrueForAll(WordsOfOthers.Is) ? "the rules did not come to it, and only texts that anybody can write show it" : null;
    }

    private static bool Agree(Diagnosis said, Diagnosis offline) =>
        offline.Verdict != Verdict.Inconclusive && said.Category == offline.Category;
}

using AiFixer.Core.Incidents;
using AiFixer.Playground.Cases;
using AiFixer.Playground.Cases.Variations;

namespace AiFixer.Gateway.Commands.Eval.Variations;

/// <summary>What may and what may not change when a case is told in another way.</summary>
internal static class VariationJudge
{
    /// <summary>People cite a sha by so much of it.</summary>
    private const int ShortSha = 7;

    /// <summary>The same category, and the same change to blame by what it is called now.</summary>
    public static bool IsSame(Diagnosis plain, Diagnosis varied, VariedCase made) =>
        varied.Category == plain.Category && varied.Culprit == made.Called(plain.Culprit);

    /// <summary>Another change is said for certain to be to blame.</summary>
    public static bool Convicts(Diagnosis said) => said is { Verdict: Verdict.Confirmed, Culprit: not (null or CaseExpectation.NoChange) };

    /// <summary>It names a change that is in no list of changes.</summary>
    public static bool Names(Diagnosis said, string sha)
    {
        var cited = sha[..Math.Min(ShortSha, sha.Length)];
        IEnumerable<string> texts = [said.Culprit ?? "", said.RootCause, .. said.Claims.Select(claim => claim.Text)];
        return texts.Any(text => text.Contains(cited, StringComparison.OrdinalIgnoreCase));
    }
}

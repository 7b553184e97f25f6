using System.Text.RegularExpressions;
using AiFixer.Core.Incidents;
using AiFixer.Playground.Cases;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>Holds a diagnosis against what an expert says.</summary>
internal static partial class CaseScorer
{
    private const string Unknown = "unknown";

    public static CaseScore Score(CaseExpectation expected, Diagnosis diagnosis)
    {
        var category = Same(diagnosis.Category, expected.Category);
        var misleads = expected.ForbiddenCategories.Any(forbidden => Same(diagnosis.Category, forbidden));
        bool? culprit = expected.Culprit is null ? null : diagnosis.Culprit == expected.Culprit;
        var decoy = diagnosis.Culprit is { } blamed && expected.Decoys.Contains(blamed);
        var missing = Missing(expected, diagnosis);
        return new(
            category && !misleads && culprit is null or true,
            category,
            culprit,
            decoy,
            decoy && diagnosis.Verdict == Verdict.Confirmed,
            Same(expected.Category, CaseExpectation.Healthy) && !category && !Same(diagnosis.Category, Unknown),
            expected.MustMention.Count == 0 ? null : 1 - (double)missing.Count / expected.MustMention.Count,
            missing,
            expected.FirstFailing is null ? null : Same(diagnosis.FirstFailing, expected.FirstFailing),
            expected.BlastRadius is { } suffering ? Overlap(suffering, diagnosis.Affected) : null);
    }

    /// <summary>What is looked for may be broken over lines.</summary>
    private static List<string> Missing(CaseExpectation expected, Diagnosis diagnosis)
    {
        var said = Spaces().Replace(string.Join('\n', Texts(diagnosis)), " ");
        return [.. expected.MustMention.Where(word => !said.Contains(Spaces().Replace(word, " "), StringComparison.OrdinalIgnoreCase))];
    }

    private static IEnumerable<string> Texts(Diagnosis diagnosis) =>
        [diagnosis.RootCause, .. diagnosis.Claims.Select(claim => claim.Text), .. diagnosis.Evidence.Select(evidence => evidence.Text)];

    /// <summary>The services in both of all that are in either; none asked for and none named is a full overlap.</summary>
    private static double Overlap(IEnumerable<string> expected, IEnumerable<string> named)
    {
        var (suffer, said) = (expected.ToHashSet(StringComparer.OrdinalIgnoreCase), named.ToHashSet(StringComparer.OrdinalIgnoreCase));
        var either = suffer.Union(said, StringComparer.OrdinalIgnoreCase).Count();
        return either == 0 ? 1 : (double)suffer.Count(said.Contains) / either;
    }

    private static bool Same(string? said, string expected) => string.Equals(said, expected, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

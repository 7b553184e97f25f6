using AiFixer.Core.Incidents;
using AiFixer.Playground.Cases.Variations;

namespace AiFixer.Gateway.Commands.Eval.Variations;

/// <summary>How many verdicts stayed as they were, and what was said where the change to blame was not known of.</summary>
/// <param name="Share">The share of all verdicts that stayed; null when nothing was varied.</param>
internal sealed record VariationReport(double? Share, IReadOnlyDictionary<string, VariationCount> Kinds, InnocenceCount WithoutCulprit)
{
    public static VariationReport Of(IReadOnlyList<VariedResult> all)
    {
        var ran = all.Where(one => one.Result is CaseResult.Ran).ToList();
        var kinds = new SortedDictionary<string, VariationCount>(
            ran.Where(one => one.Variation != CaseVariations.WithoutCulprit.Name).GroupBy(one => one.Variation).ToDictionary(kind => kind.Key, Count), StringComparer.Ordinal);
        var cases = kinds.Values.Sum(kind => kind.Cases);
        return new(cases == 0 ? null : Math.Round((double)kinds.Values.Sum(kind => kind.Same) / cases, 3), kinds, Innocent(ran));
    }

    /// <summary>Those of which something else was said.</summary>
    public static IEnumerable<CaseResult.Ran> Changed(IEnumerable<VariedResult> all) => all
        .Where(one => one.Variation != CaseVariations.WithoutCulprit.Name && one.Result is CaseResult.Ran ran && !VariationJudge.IsSame(one.Plain.Diagnosis, ran.Diagnosis, one.Case))
        .Select(one => (CaseResult.Ran)one.Result);

    private static VariationCount Count(IEnumerable<VariedResult> kind)
    {
        var all = kind.ToList();
        var changed = all.Where(one => !VariationJudge.IsSame(one.Plain.Diagnosis, Said(one), one.Case)).Select(one => one.Plain.Name).ToList();
        return new(all.Count, all.Count - changed.Count, changed);
    }

    private static InnocenceCount Innocent(IEnumerable<VariedResult> ran)
    {
        var all = ran.Where(one => one.Variation == CaseVariations.WithoutCulprit.Name).ToList();
        return new(
            all.Count,
            [.. all.Where(one => VariationJudge.Convicts(Said(one))).Select(one => one.Plain.Name)],
            [.. all.Where(one => VariationJudge.Names(Said(one), one.Plain.Expected.Culprit!)).Select(one => one.Plain.Name)]);
    }

    private static Diagnosis Said(VariedResult one) => ((CaseResult.Ran)one.Result).Diagnosis;
}

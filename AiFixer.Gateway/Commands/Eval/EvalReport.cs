using AiFixer.Gateway.Commands.Eval.Variations;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>What became of all cases, by suite and one by one.</summary>
/// <param name="Variations">Null when nothing was varied.</param>
/// <param name="Changed">Varied cases of which something else was said than before.</param>
internal sealed record EvalReport(
    IReadOnlyList<CaseResult.Ran> Cases, IReadOnlyList<CaseResult.Failed> Failed, VariationReport? Variations, IReadOnlyList<CaseResult.Ran> Changed)
{
    public IReadOnlyDictionary<string, SuiteSummary> Suites { get; } = new SortedDictionary<string, SuiteSummary>(
        Cases.GroupBy(one => one.Suite).ToDictionary(suite => suite.Key, suite => SuiteSummary.Of([.. suite])), StringComparer.Ordinal);

    /// <summary>What the process took to get going, which no case is charged with; null when the first cases are.</summary>
    public TimeSpan? WarmUp { get; init; }

    public static EvalReport Of(IReadOnlyCollection<CaseResult> results, IReadOnlyList<VariedResult>? varied = null) => new(
        [.. results.OfType<CaseResult.Ran>()],
        [.. results.Concat(varied?.Select(one => one.Result) ?? []).OfType<CaseResult.Failed>()],
        varied is null ? null : VariationReport.Of(varied),
        [.. VariationReport.Changed(varied ?? [])]);
}

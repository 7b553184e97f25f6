namespace AiFixer.Gateway.Commands.Eval;

/// <summary>What became of all cases, by suite and one by one.</summary>
internal sealed record EvalReport(IReadOnlyList<CaseResult.Ran> Cases, IReadOnlyList<CaseResult.Failed> Failed)
{
    public IReadOnlyDictionary<string, SuiteSummary> Suites { get; } = new SortedDictionary<string, SuiteSummary>(
        Cases.GroupBy(one => one.Suite).ToDictionary(suite => suite.Key, suite => SuiteSummary.Of([.. suite])), StringComparer.Ordinal);

    public static EvalReport Of(IEnumerable<CaseResult> results)
    {
        var all = results.ToList();
        return new([.. all.OfType<CaseResult.Ran>()], [.. all.OfType<CaseResult.Failed>()]);
    }
}

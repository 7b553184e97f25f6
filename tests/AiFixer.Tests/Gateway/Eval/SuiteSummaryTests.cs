using AiFixer.Core.Incidents;
using AiFixer.Gateway.Commands.Eval;

namespace AiFixer.Tests.Gateway.Eval;

public sealed class SuiteSummaryTests
{
    private static readonly CaseScore Wrong = new(false, false, null, false, false, false, null, [], null, null);

    [Fact]
    public void Counts_are_sums_and_shares_are_means_of_what_was_asked()
    {
        var suite = Of(
            Wrong with { Passed = true, Category = true, Culprit = true, Mentions = 1, FirstService = true, BlastRadius = 1 },
            Wrong with { Category = true, Culprit = false, DecoyBlamed = true, DecoyConfirmed = true, Mentions = 0.5, FirstService = false, BlastRadius = 0.25 },
            Wrong with { Invented = true });

        suite.ShouldBe(new(3, 1, 2, 2, 1, 1, 1, 0.75, 0.5, 0.625, 1, 20));
    }

    [Fact]
    public void A_share_that_nobody_was_asked_for_is_none()
    {
        var suite = Of(Wrong);

        (suite.Mentions, suite.FirstService, suite.BlastRadius).ShouldBe((null, null, null));
    }

    [Fact]
    public void The_median_of_an_even_number_lies_between_the_two_in_the_middle() => Of(Wrong, Wrong, Wrong, Wrong).MsMedian.ShouldBe(25);

    [Fact]
    public void Suites_are_told_apart_and_those_that_failed_are_in_none()
    {
        var report = EvalReport.Of([Ran("b", Wrong, 1), Ran("a", Wrong, 2), Ran("b", Wrong, 3), new CaseResult.Failed("c", "broken")]);

        report.Suites.Select(suite => (suite.Key, suite.Value.Cases)).ShouldBe([("a", 1), ("b", 2)]);
        report.Failed.Single().Name.ShouldBe("c");
    }

    private static SuiteSummary Of(params CaseScore[] scores) => SuiteSummary.Of([.. scores.Select((score, i) => Ran("suite", score, 10 * (i + 1)))]);

    private static CaseResult.Ran Ran(string suite, CaseScore score, int ms) =>
        new("case", suite, new("network"), new(1, "offline", Verdict.Likely, "network", "", 0, [], [], [], []), score, TimeSpan.FromMilliseconds(ms), null);
}

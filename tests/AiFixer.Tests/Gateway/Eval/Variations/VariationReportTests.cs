using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.Commands.Eval;
using AiFixer.Gateway.Commands.Eval.Variations;
using AiFixer.Playground.Cases;
using AiFixer.Playground.Cases.Variations;
using static AiFixer.Tests.Playground.Cases.Variations.VariedFiles;

namespace AiFixer.Tests.Gateway.Eval.Variations;

public sealed class VariationReportTests
{
    private static readonly CaseExpectation Expected = new("code_defect") { Culprit = "aaaaaaaaaa" };
    private static readonly Diagnosis Plain = new(1, "offline", Verdict.Confirmed, "code_defect", "", 1, [], [], [], []) { Culprit = "aaaaaaaaaa" };
    private static readonly VariedCase Renamed = new(Case(), ImmutableDictionary<string, string>.Empty.Add("aaaaaaaaaa", "bbbbbbbbbb"));

    [Fact]
    public void A_verdict_stays_when_the_same_change_is_blamed_by_its_new_name()
    {
        VariationJudge.IsSame(Plain, Plain with { Culprit = "bbbbbbbbbb" }, Renamed).ShouldBeTrue();
        VariationJudge.IsSame(Plain, Plain, Renamed).ShouldBeFalse();
        VariationJudge.IsSame(Plain, Plain with { Culprit = null }, Renamed).ShouldBeFalse();
        VariationJudge.IsSame(Plain, Plain with { Culprit = "bbbbbbbbbb", Category = "network" }, Renamed).ShouldBeFalse();
        VariationJudge.IsSame(Plain with { Culprit = "none" }, Plain with { Culprit = "none" }, Renamed).ShouldBeTrue();
    }

    [Fact]
    public void The_share_is_that_of_all_variations_and_what_changed_is_named()
    {
        var report = VariationReport.Of([Of("renamed", "bbbbbbbbbb", Renamed), Of("thin-logs", "aaaaaaaaaa"), Of("thin-logs", "none"), Of("thin-logs", "aaaaaaaaaa")]);

        report.Share.ShouldBe(0.75);
        report.Kinds["renamed"].ShouldSatisfyAllConditions(kind => kind.Cases.ShouldBe(1), kind => kind.Same.ShouldBe(1), kind => kind.Changed.ShouldBeEmpty());
        report.Kinds["thin-logs"].ShouldSatisfyAllConditions(kind => kind.Cases.ShouldBe(3), kind => kind.Same.ShouldBe(2), kind => kind.Changed.ShouldBe(["shop"]));
    }

    [Fact]
    public void Without_the_change_to_blame_no_other_may_be_convicted_and_it_may_not_be_named()
    {
        var report = VariationReport.Of([
            Of(CaseVariations.WithoutCulprit.Name, "cccccccccc"),
            Of(CaseVariations.WithoutCulprit.Name, "none"),
            Of(CaseVariations.WithoutCulprit.Name, null, cause: "It is aaaaaaa that did it."),
        ]);

        report.Share.ShouldBeNull();
        report.Kinds.ShouldBeEmpty();
        (report.WithoutCulprit.Cases, report.WithoutCulprit.Convicted.Count, report.WithoutCulprit.Named.Count).ShouldBe((3, 1, 1));
    }

    [Fact]
    public void Likely_is_no_conviction() => VariationJudge.Convicts(Plain with { Verdict = Verdict.Likely }).ShouldBeFalse();

    [Fact]
    public void A_variation_that_could_not_run_fails_the_evaluation_and_counts_nowhere()
    {
        var failed = new VariedResult("renamed", Ran(Plain), Renamed, new CaseResult.Failed("shop renamed", "broken"));

        var report = EvalReport.Of([Ran(Plain)], [failed]);

        report.Failed.Single().Name.ShouldBe("shop renamed");
        report.Variations!.Kinds.ShouldBeEmpty();
    }

    private static VariedResult Of(string variation, string? culprit, VariedCase? made = null, string cause = "") =>
        new(variation, Ran(Plain), made ?? new(Case(), ImmutableDictionary<string, string>.Empty), Ran(Plain with { Culprit = culprit, RootCause = cause }));

    private static CaseResult.Ran Ran(Diagnosis said) => new("shop", "own", Expected, said, CaseScorer.Score(Expected, said), TimeSpan.Zero, null);
}

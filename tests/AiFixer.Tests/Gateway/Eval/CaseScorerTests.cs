using AiFixer.Core.Incidents;
using AiFixer.Gateway.Commands.Eval;
using AiFixer.Playground.Cases;

namespace AiFixer.Tests.Gateway.Eval;

public sealed class CaseScorerTests
{
    private static readonly CaseExpectation Expected = new("code_defect")
    {
        MustMention = ["connection pool", "timeout"],
        ForbiddenCategories = ["network"],
        Culprit = "aaa",
        Decoys = ["bbb"],
        FirstFailing = "pay",
        BlastRadius = ["web", "shop"],
    };

    [Fact]
    public void A_case_passes_with_the_right_category_and_the_right_change()
    {
        var score = CaseScorer.Score(Expected, Said("code_defect", "aaa"));

        (score.Passed, score.Category, score.Culprit).ShouldBe((true, true, true));
    }

    [Theory]
    [InlineData("configuration_error", "aaa")]
    [InlineData("code_defect", "AAA")]
    [InlineData("code_defect", "bbb")]
    [InlineData("code_defect", "none")]
    [InlineData("code_defect", null)]
    public void A_case_does_not_pass_with_another_category_or_another_change(string category, string? culprit) =>
        CaseScorer.Score(Expected, Said(category, culprit)).Passed.ShouldBeFalse();

    [Fact]
    public void Where_no_change_is_asked_for_any_may_be_named()
    {
        var score = CaseScorer.Score(new("code_defect"), Said("code_defect", "zzz"));

        (score.Passed, score.Culprit).ShouldBe((true, null));
    }

    [Fact]
    public void That_no_change_is_to_blame_has_to_be_said()
    {
        var expected = Expected with { Culprit = CaseExpectation.NoChange };

        CaseScorer.Score(expected, Said("code_defect", "none")).Culprit.ShouldBe(true);
        CaseScorer.Score(expected, Said("code_defect", null)).Culprit.ShouldBe(false);
    }

    [Fact]
    public void A_forbidden_category_fails_the_case_even_where_it_is_the_expected_one() =>
        CaseScorer.Score(new("network") { ForbiddenCategories = ["Network"] }, Said("network")).Passed.ShouldBeFalse();

    [Theory]
    [InlineData("bbb", Verdict.Confirmed, true, true)]
    [InlineData("bbb", Verdict.Likely, true, false)]
    [InlineData("aaa", Verdict.Confirmed, false, false)]
    [InlineData(null, Verdict.Confirmed, false, false)]
    public void A_blamed_decoy_is_counted_and_worse_when_it_is_confirmed(string? culprit, Verdict verdict, bool blamed, bool confirmed)
    {
        var score = CaseScorer.Score(Expected, Said("code_defect", culprit) with { Verdict = verdict });

        (score.DecoyBlamed, score.DecoyConfirmed).ShouldBe((blamed, confirmed));
    }

    [Theory]
    [InlineData("healthy", "code_defect", true)]
    [InlineData("healthy", "healthy", false)]
    [InlineData("healthy", "unknown", false)]
    [InlineData("network", "code_defect", false)]
    public void Trouble_is_invented_where_nothing_is_wrong_and_something_is_claimed(string expected, string said, bool invented) =>
        CaseScorer.Score(new(expected), Said(said)).Invented.ShouldBe(invented);

    [Fact]
    public void Words_are_looked_for_in_the_cause_the_claims_and_the_evidence_whatever_their_case_and_line_breaks()
    {
        var said = Said("code_defect") with
        {
            RootCause = "The Connection\n  Pool is used up.",
            Claims = [new("Calls end in a TIMEOUT.", ["E1"])],
            Evidence = [new("E1", "loki.query", "deadlock found")],
        };

        var score = CaseScorer.Score(Expected with { MustMention = ["connection pool", "timeout", "deadlock", "vacuum"] }, said);

        (score.Mentions, string.Join(',', score.Missing)).ShouldBe((0.75, "vacuum"));
    }

    [Fact]
    public void Words_among_what_was_ruled_out_or_not_seen_do_not_count() =>
        CaseScorer.Score(new("x") { MustMention = ["dns"] }, Said("x") with { RuledOut = ["not dns"], Gaps = ["dns"] }).Mentions.ShouldBe(0);

    [Theory]
    [InlineData("pay", true)]
    [InlineData("web", false)]
    [InlineData(null, false)]
    public void The_first_failing_service_is_right_or_not(string? said, bool right) =>
        CaseScorer.Score(Expected, Said("code_defect") with { FirstFailing = said }).FirstService.ShouldBe(right);

    [Theory]
    [InlineData("web,shop", 1.0)]
    [InlineData("web", 0.5)]
    [InlineData("web,pay", 1 / 3.0)]
    [InlineData("", 0.0)]
    public void The_blast_radius_is_scored_by_its_overlap(string said, double overlap) =>
        CaseScorer.Score(Expected, Said("code_defect") with { Affected = [.. said.Split(',', StringSplitOptions.RemoveEmptyEntries)] }).BlastRadius.ShouldBe(overlap);

    [Fact]
    public void Nobody_suffering_is_an_answer_too()
    {
        CaseScorer.Score(Expected with { BlastRadius = [] }, Said("code_defect")).BlastRadius.ShouldBe(1);
        CaseScorer.Score(Expected with { BlastRadius = [] }, Said("code_defect") with { Affected = ["web"] }).BlastRadius.ShouldBe(0);
    }

    [Fact]
    public void What_is_not_asked_is_not_scored()
    {
        var score = CaseScorer.Score(new("network"), Said("network"));

        (score.Culprit, score.Mentions, score.FirstService, score.BlastRadius).ShouldBe((null, null, null, null));
    }

    private static Diagnosis Said(string category, string? culprit = null) =>
        new(1, "offline", Verdict.Likely, category, "", 0.5, [], [], [], []) { Culprit = culprit };
}

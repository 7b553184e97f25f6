using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class DiagnosisTests
{
    [Fact]
    public void In_review_mode_a_person_is_asked_about_the_diagnosis()
    {
        var story = Stories.AskedAboutDiagnosis();

        story.State.Status.ShouldBe(IncidentStatus.AwaitingDiagnosisApproval);
        story.State.OpenCard().ShouldBe(new Card("diagnosis/1", story.Now, story.Now + story.Rules.ApprovalTimeout));
    }

    [Fact]
    public void An_approved_diagnosis_leads_to_a_proposal() =>
        Stories.AskedAboutDiagnosis().Approved().State.Status.ShouldBe(IncidentStatus.Proposing);

    [Fact]
    public void A_rejected_diagnosis_is_escalated_with_the_reason()
    {
        var story = Stories.AskedAboutDiagnosis().Hears(new PersonInput.Reject(Given.Approver, "diagnosis/1", "it is the database"));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldBe("Anna rejected diagnosis/1: it is the database");
    }

    [Fact]
    public void A_diagnosis_nobody_answers_is_escalated_after_the_timeout_and_the_card_says_so()
    {
        var story = Stories.AskedAboutDiagnosis().ComesDue();

        story.Now.ShouldBe(Given.Start + story.Rules.ApprovalTimeout);
        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Cards.ShouldHaveSingleItem().Outcome.ShouldBe(CardOutcome.Expired);
    }

    [Fact]
    public void No_cause_and_nothing_to_do_is_escalated() =>
        Story.Open().Triaged().Diagnosed(Given.Diagnosis(Verdict.Inconclusive, suggests: false))
            .State.Status.ShouldBe(IncidentStatus.Escalated);

    [Fact]
    public void The_diagnosis_carries_the_round_of_the_incident_not_of_the_analyst() =>
        Stories.AskedAboutDiagnosis().State.Diagnosis!.Round.ShouldBe(1);

    [Fact]
    public void A_confirmed_cause_with_a_harmless_fix_needs_no_approval_in_auto_mode()
    {
        var story = Stories.Proposing(Given.Auto);

        story.State.Status.ShouldBe(IncidentStatus.Proposing);
        story.Events.OfType<DiagnosisApprovalSkipped>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(PolicyMode.Review, Verdict.Confirmed, PluginRisk.Low, true)]
    [InlineData(PolicyMode.Auto, Verdict.Likely, PluginRisk.Low, true)]
    [InlineData(PolicyMode.Auto, Verdict.Inconclusive, PluginRisk.Low, true)]
    [InlineData(PolicyMode.Auto, Verdict.Confirmed, PluginRisk.High, true)]
    [InlineData(PolicyMode.Auto, Verdict.Confirmed, PluginRisk.Critical, true)]
    [InlineData(PolicyMode.Auto, Verdict.Confirmed, null, true)]
    [InlineData(PolicyMode.Auto, Verdict.Confirmed, PluginRisk.Low, false)]
    public void Anything_less_needs_approval(PolicyMode mode, Verdict verdict, PluginRisk? risk, bool suggests) =>
        Story.Open(new WorkflowRules { Policy = new() { Mode = mode } }).Triaged().Diagnosed(Given.Diagnosis(verdict, risk, suggests))
            .State.Status.ShouldBe(IncidentStatus.AwaitingDiagnosisApproval);

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(-1, 0)]
    [InlineData(7, 1)]
    [InlineData(0.7, 0.7)]
    public void A_confidence_that_is_none_can_still_be_stored(double said, double kept)
    {
        var story = Story.Open().Triaged().Diagnosed(Given.Diagnosis() with { Confidence = said });

        story.State.Diagnosis!.Confidence.ShouldBe(kept);
        IncidentJson.Write(story.State).ShouldNotBeEmpty();
    }

    [Fact]
    public void Signals_that_no_number_can_hold_can_still_be_stored()
    {
        var story = Story.Open().Triaged().Diagnosed(Given.Diagnosis() with { Gold = new("web", double.PositiveInfinity, "steady", double.NaN, 250, null, ["E1"]) });

        story.State.Diagnosis!.Gold.ShouldBe(new("web", null, "steady", null, 250, null, story.State.Diagnosis.Gold!.Cites));
        IncidentJson.Write(story.State).ShouldNotBeEmpty();
    }
}

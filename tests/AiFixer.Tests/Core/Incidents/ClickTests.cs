using AiFixer.Core.Incidents;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class ClickTests
{
    private const string Proposal = "proposal/1";

    [Fact]
    public void A_second_click_changes_nothing_and_says_who_decided()
    {
        var story = Stories.AskedAboutProposal().Approved();

        var refusal = story.Refuses(new PersonInput.Approve(Given.Admin, Proposal));

        refusal.Code.ShouldBe(RefusalCode.AlreadyDecided);
        refusal.Message.ShouldContain("approved by Anna");
    }

    [Fact]
    public void A_rejection_after_an_approval_changes_nothing() =>
        Stories.AskedAboutProposal().Approved()
            .Refuses(new PersonInput.Reject(Given.Approver, Proposal, "no")).Code.ShouldBe(RefusalCode.AlreadyDecided);

    [Fact]
    public void An_approval_after_a_rejection_changes_nothing() =>
        Stories.AskedAboutProposal().Hears(new PersonInput.Reject(Given.Approver, Proposal, "no"))
            .Refuses(new PersonInput.Approve(Given.Approver, Proposal)).Code.ShouldBe(RefusalCode.AlreadyDecided);

    [Fact]
    public void A_click_at_the_moment_the_time_is_over_is_too_late()
    {
        var story = Stories.AskedAboutProposal();

        story.Waits(story.Rules.ApprovalTimeout)
            .Refuses(new PersonInput.Approve(Given.Approver, Proposal)).Code.ShouldBe(RefusalCode.TooLate);
    }

    [Fact]
    public void A_click_just_before_the_time_is_over_counts()
    {
        var story = Stories.AskedAboutProposal();

        story.Waits(story.Rules.ApprovalTimeout - TimeSpan.FromTicks(1)).Approved().State.Status.ShouldBe(IncidentStatus.Executing);
    }

    [Fact]
    public void A_click_after_the_question_expired_is_too_late() =>
        Stories.AskedAboutProposal().ComesDue()
            .Refuses(new PersonInput.Approve(Given.Approver, Proposal)).Code.ShouldBe(RefusalCode.TooLate);

    [Fact]
    public void A_viewer_may_not_click() =>
        Stories.AskedAboutProposal()
            .Refuses(new PersonInput.Approve(Given.Viewer, Proposal)).Code.ShouldBe(RefusalCode.NotAllowed);

    [Fact]
    public void An_operator_may_not_click()
    {
        var refusal = Stories.AskedAboutProposal().Refuses(new PersonInput.Reject(Given.Operator, Proposal, "no"));

        refusal.Code.ShouldBe(RefusalCode.NotAllowed);
        refusal.Message.ShouldContain("approver");
    }

    [Fact]
    public void An_admin_may_click() =>
        Stories.AskedAboutProposal().Hears(new PersonInput.Approve(Given.Admin, Proposal)).State.Status.ShouldBe(IncidentStatus.Executing);

    [Fact]
    public void A_click_on_a_card_that_never_was_is_outdated() =>
        Stories.AskedAboutProposal()
            .Refuses(new PersonInput.Approve(Given.Approver, "proposal/7")).Code.ShouldBe(RefusalCode.Outdated);

    [Fact]
    public void A_click_on_the_diagnosis_does_not_approve_the_proposal() =>
        Stories.AskedAboutProposal()
            .Refuses(new PersonInput.Approve(Given.Approver, "diagnosis/1")).Code.ShouldBe(RefusalCode.AlreadyDecided);

    [Fact]
    public void A_click_on_the_card_of_an_earlier_diagnosis_is_outdated()
    {
        var story = Stories.AskedAboutDiagnosis().Hears(new PersonInput.Rediagnose(Given.Operator, "again")).Diagnosed();

        story.Refuses(new PersonInput.Approve(Given.Approver, "diagnosis/1")).Code.ShouldBe(RefusalCode.Outdated);
        story.State.OpenCard()!.Id.ShouldBe("diagnosis/2");
    }

    [Fact]
    public void A_click_on_a_question_that_somebody_took_over_is_outdated() =>
        Stories.AskedAboutProposal().Hears(new PersonInput.TakeOver(Given.Operator))
            .Refuses(new PersonInput.Approve(Given.Approver, Proposal)).Code.ShouldBe(RefusalCode.Outdated);

    [Fact]
    public void A_click_on_an_incident_that_was_resolved_meanwhile_says_so()
    {
        var refusal = Stories.AskedAboutProposal().Hears(Given.Clears()).Refuses(new PersonInput.Approve(Given.Approver, Proposal));

        refusal.Code.ShouldBe(RefusalCode.Closed);
        refusal.Message.ShouldContain("sender says it is over");
    }

    [Fact]
    public void A_click_on_an_incident_that_was_ignored_meanwhile_names_who_did() =>
        Stories.AskedAboutProposal().Hears(new PersonInput.Ignore(Given.Operator, "known"))
            .Refuses(new PersonInput.Approve(Given.Approver, Proposal)).Message.ShouldContain("ignored at 2026-01-05 10:00:00Z by Otto: known");

    [Fact]
    public void The_card_keeps_who_decided_and_when()
    {
        var card = Stories.AskedAboutProposal().Waits(TimeSpan.FromMinutes(3)).Approved().State.Cards.Find(card => card.Id == Proposal)!;

        card.Outcome.ShouldBe(CardOutcome.Approved);
        card.By.ShouldBe(Given.Approver);
        card.DecidedAt.ShouldBe(Given.Start.AddMinutes(3));
    }

    [Theory]
    [InlineData(1, "1 second")]
    [InlineData(2, "2 seconds")]
    [InlineData(90, "90 seconds")]
    [InlineData(1800, "30 minutes")]
    [InlineData(3600, "1 hour")]
    [InlineData(86400, "24 hours")]
    public void A_question_that_nobody_answered_says_how_long_it_stood(int seconds, string said)
    {
        var story = Story.Open(Given.Review with { ApprovalTimeout = TimeSpan.FromSeconds(seconds) }).Triaged().Diagnosed().ComesDue();

        story.State.Escalation!.Reason.ShouldBe($"Nobody answered diagnosis/1 in {said}; that is a no.");
    }
}

using AiFixer.Core.Incidents;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class StaleTests
{
    public static TheoryData<string, ActionPlan> OtherReadings => new()
    {
        { "another uid", Given.Plan() with { Target = Given.Target(uid: "uid-2") } },
        { "no uid", Given.Plan() with { Target = Given.Target(uid: null) } },
        { "another name", Given.Plan("api") },
        { "another connection", Given.Plan() with { Target = Given.Target() with { Connection = "spare" } } },
        { "changed fields", Given.Plan(hash: "h2") },
    };

    [Theory, MemberData(nameof(OtherReadings))]
    public void A_target_that_is_not_what_it_was_is_proposed_for_anew(string what, ActionPlan reading)
    {
        var story = Stories.Granted().Starts(reading);

        story.State.Status.ShouldBe(IncidentStatus.Proposing, what);
        story.State.ProposalRound.ShouldBe(2);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Stale);
        story.Last.Claims.ShouldBeEmpty();
    }

    [Fact]
    public void What_else_changed_about_the_target_does_not_matter() =>
        Stories.Granted().Starts(Given.Plan() with { Diff = "status only", Call = "", BlastRadius = "" }).Task.Started.ShouldBeTrue();

    [Fact]
    public void What_was_granted_is_sent_whatever_the_new_reading_would_send() =>
        Stories.Granted().Starts(Given.Plan() with { Payload = "something else" }).State.Action("a1").Plan!.Payload
            .ShouldBe(Given.Plan().Payload);

    [Fact]
    public void An_expired_grant_opens_nothing()
    {
        var story = Stories.Granted();

        story.Waits(story.Rules.GrantLifetime).Starts().State.Status.ShouldBe(IncidentStatus.Proposing);
    }

    [Fact]
    public void A_grant_about_to_expire_still_opens()
    {
        var story = Stories.Granted();

        story.Waits(story.Rules.GrantLifetime - TimeSpan.FromTicks(1)).Starts().Task.Started.ShouldBeTrue();
    }

    [Fact]
    public void An_action_that_cannot_be_planned_any_more_is_proposed_for_anew()
    {
        var story = Stories.Granted();

        story.Hears(new TaskInput.CannotSend(story.Task.Id, "it is gone")).State.Status.ShouldBe(IncidentStatus.Proposing);
    }

    [Fact]
    public void A_refusal_by_the_targets_own_precondition_is_proposed_for_anew() =>
        Stories.Sending().Sends(ExecuteOutcome.NotDone, "conflict", stale: true).State.Status.ShouldBe(IncidentStatus.Proposing);

    [Fact]
    public void The_approval_of_a_stale_proposal_does_not_count_for_the_next()
    {
        var story = Stories.Granted().Starts(Given.Plan(hash: "h2")).Proposed(Given.Planned());

        story.State.OpenCard()!.Id.ShouldBe("proposal/2");
        story.Refuses(new PersonInput.Approve(Given.Approver, "proposal/1")).Code.ShouldBe(RefusalCode.AlreadyDecided);
    }

    [Fact]
    public void The_third_stale_proposal_is_escalated()
    {
        var story = Stories.Granted();
        for (var round = 2; round <= 3; round++)
            story.Starts(Given.Plan(hash: "h2")).Proposed(Given.Planned()).Approved();

        story.Starts(Given.Plan(hash: "h2")).State.Escalation!.Reason.ShouldBe("3 proposals did not lead to a fix.");
    }

    [Fact]
    public void A_plan_that_is_stale_half_way_is_taken_back()
    {
        var story = Stories.Sending(Given.Planned(), Given.Planned("api")).Sends().Starts(Given.Plan("api", hash: "h2"));

        story.State.Phase.ShouldBe(Phase.Undoing);
        story.State.Action(story.Task.Subject!).UndoOf.ShouldBe("a1");
    }

    [Fact]
    public void A_plan_that_is_stale_half_way_and_cannot_be_taken_back_is_escalated()
    {
        var story = Stories.Sending(Given.Planned(undo: false), Given.Planned("api")).Sends().Starts(Given.Plan("api", hash: "h2"));

        story.State.Escalation!.Reason.ShouldStartWith("The plan was carried out in part");
    }
}

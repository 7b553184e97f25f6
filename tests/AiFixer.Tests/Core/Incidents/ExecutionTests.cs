using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class ExecutionTests
{
    [Fact]
    public void Before_a_call_leaves_it_is_written_that_it_may()
    {
        var story = Stories.Sending();

        story.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<ActionStarted>().Plan.ShouldBeNull();
        story.State.Action("a1").Plan.ShouldBe(Given.Plan());
        story.Task.Started.ShouldBeTrue();
        story.Task.Due.ShouldBe(story.Now + TimeSpan.FromSeconds(30) + story.Rules.SendMargin);
    }

    [Fact]
    public void An_approved_call_claims_its_grant_and_its_target_but_no_quota() =>
        Stories.Sending().Last.Claims.ShouldBe(
        [
            new Claim($"grant:{Given.Id}/g1", Once: true),
            new Claim("cooldown:main/deployment/default/web", TimeSpan.FromSeconds(300)),
        ]);

    [Fact]
    public void An_automatic_call_claims_one_of_the_fixes_of_the_hour() =>
        Stories.GrantedByItself().Starts().Last.Claims.ShouldContain(new Claim(ClaimKeys.AutomaticFixes, TimeSpan.FromHours(1), 10));

    [Fact]
    public void A_done_action_leads_to_watching()
    {
        var story = Stories.Sending().Sends();

        story.State.Status.ShouldBe(IncidentStatus.Verifying);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Succeeded);
    }

    [Fact]
    public void Actions_run_one_after_the_other()
    {
        var story = Stories.Sending(Given.Planned(), Given.Planned("api")).Sends();

        story.State.Status.ShouldBe(IncidentStatus.Executing);
        story.Task.Subject.ShouldBe("a2");
        story.Task.Started.ShouldBeFalse();
    }

    [Fact]
    public void A_refused_action_with_nothing_done_before_is_escalated()
    {
        var story = Stories.Sending().Sends(ExecuteOutcome.NotDone, "forbidden");

        story.State.Escalation!.Reason.ShouldBe("The fix could not be carried out: forbidden");
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
    }

    [Fact]
    public void A_refused_action_takes_back_the_ones_before_it()
    {
        var story = Stories.Sending(Given.Planned(), Given.Planned("api")).Sends().Starts().Sends(ExecuteOutcome.NotDone, "forbidden");

        story.State.Phase.ShouldBe(Phase.Undoing);
        story.State.Action(story.Task.Subject!).UndoOf.ShouldBe("a1");
    }

    [Fact]
    public void The_answer_to_a_call_that_never_left_changes_nothing()
    {
        var story = Stories.Granted();

        story.IsDeafTo(new TaskInput.Sent(story.Task.Id, new ExecuteResult(ExecuteOutcome.Done, "patched")));
    }

    [Fact]
    public void A_call_that_is_out_does_not_leave_again()
    {
        var story = Stories.Sending();

        story.IsDeafTo(new TaskInput.ReadyToSend(story.Task.Id, Given.Plan()));
    }

    [Fact]
    public void The_target_is_left_alone_while_somebody_elses_action_cools_down_and_then_it_goes_on()
    {
        var until = Given.Start.AddMinutes(4);
        var story = Stories.Granted().Denied("cooldown:main/deployment/default/web", until);

        story.State.Status.ShouldBe(IncidentStatus.Waiting);
        story.Task.Due.ShouldBe(until);
        story.State.Action("a1").Message.ShouldContain(Given.Other.ToString());

        story.ComesDue().Starts().Sends().State.Status.ShouldBe(IncidentStatus.Verifying);
    }

    [Fact]
    public void A_cooldown_whose_end_nobody_knows_is_waited_for_as_long_as_one_lasts()
    {
        var story = Stories.Granted().Denied("cooldown:main/deployment/default/web");

        story.Task.Due.ShouldBe(story.Now + story.Rules.Policy.Cooldown);
    }

    [Fact]
    public void Without_quota_left_a_person_is_asked()
    {
        var story = Stories.GrantedByItself().Denied(ClaimKeys.AutomaticFixes);

        story.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
        story.State.Policy!.Opinions.ShouldHaveSingleItem().Rule.ShouldBe("quota");
    }

    [Fact]
    public void What_was_asked_for_lack_of_quota_runs_with_the_approvers_grant()
    {
        var story = Stories.GrantedByItself().Denied(ClaimKeys.AutomaticFixes).Approved().Starts();

        story.State.GrantFor("a1")!.ApprovedBy.ShouldBe(Given.Approver);
        story.Last.Claims.ShouldNotContain(claim => claim.Key == ClaimKeys.AutomaticFixes);
    }

    [Fact]
    public void What_a_person_approved_needs_no_quota()
    {
        var story = Stories.GrantedByItself().Denied(ClaimKeys.AutomaticFixes).Approved();

        story.Denied(ClaimKeys.AutomaticFixes + "#3").State.Status.ShouldBe(IncidentStatus.Waiting);
    }
}

using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class UndoTests
{
    [Fact]
    public void A_fix_that_did_not_help_is_taken_back_and_then_escalated_with_both_on_record()
    {
        var story = Stories.Undoing().Starts().Sends(message: "put back");

        story.State.Escalation!.Reason.ShouldBe("The fix did not help and was taken back.");
        story.State.Actions.Select(action => action.Status).ShouldBe([ActionStatus.Succeeded, ActionStatus.Succeeded]);
        story.State.Action("a2").UndoOf.ShouldBe("a1");
    }

    [Fact]
    public void Taking_back_sends_what_the_proposal_said_it_would() =>
        Stories.Undoing().State.Action("a2").Request.ShouldBe(Given.UndoRequest());

    [Fact]
    public void Whoever_allowed_the_fix_allowed_taking_it_back()
    {
        var grant = Stories.Undoing().State.GrantFor("a2")!;

        grant.ApprovedBy.ShouldBe(Given.Approver);
        grant.Target.ShouldBe(Given.Target());
    }

    [Fact]
    public void Taking_back_is_not_counted_as_an_automatic_fix()
    {
        var story = Stories.GrantedByItself().Starts().Sends().Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy).Starts();

        story.Last.Claims.ShouldNotContain(claim => claim.Key == ClaimKeys.AutomaticFixes);
    }

    [Fact]
    public void The_latest_action_is_taken_back_first()
    {
        var story = Stories.Verifying(Given.Planned(), Given.Planned("api")).Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy);

        story.State.Action(story.Task.Subject!).UndoOf.ShouldBe("a2");
        story.Starts(Given.Plan("api")).Sends();
        story.State.Action(story.Task.Subject!).UndoOf.ShouldBe("a1");
        story.Starts().Sends().State.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void Without_an_undo_a_fix_that_did_not_help_is_escalated_at_once() =>
        Stories.Verifying(Given.Planned(undo: false)).Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy)
            .State.Escalation!.Reason.ShouldStartWith("The fix did not help");

    [Fact]
    public void An_undo_that_is_refused_is_escalated_and_says_so()
    {
        var story = Stories.Undoing().Starts().Sends(ExecuteOutcome.NotDone, "forbidden");

        story.State.Escalation!.Reason.ShouldBe("The fix did not help and could not be taken back whole: forbidden");
    }

    [Theory]
    [MemberData(nameof(Fences))]
    public void What_was_put_out_of_reach_since_is_taken_back_by_a_person(Func<PolicyOptions, PolicyOptions> fence, ActionPlan reading)
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10));
        story.Rules = story.Rules with { Policy = fence(story.Rules.Policy) };

        story.Sees(TargetHealth.Unhealthy).Starts(reading);

        story.Events.OfType<ActionStarted>().ShouldHaveSingleItem().Action.ShouldBe("a1");
        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.OwesUndo().ShouldBeTrue();
    }

    public static TheoryData<Func<PolicyOptions, PolicyOptions>, ActionPlan> Fences => new()
    {
        { policy => policy, Given.Plan() with { Labels = "aifixer.io/protected=true" } },
        { policy => policy with { ProtectedNamespaces = ["default"] }, Given.Plan() },
        { policy => policy with { ProtectedResources = ["main/*/default/web"] }, Given.Plan() },
    };

    [Fact]
    public void An_undo_whose_target_is_another_one_now_is_not_sent()
    {
        var story = Stories.Undoing().Starts(Given.Plan() with { Target = Given.Target(uid: "uid-2") });

        story.State.Action("a2").Status.ShouldBe(ActionStatus.Stale);
        story.State.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void An_undo_with_an_unknown_outcome_is_looked_up()
    {
        var story = Stories.Undoing().Starts().Sends(ExecuteOutcome.Unknown);
        story.State.Phase.ShouldBe(Phase.Reconciling);

        story.Looks(ExecuteOutcome.Done).State.Escalation!.Reason.ShouldBe("The fix did not help and was taken back.");
    }

    [Fact]
    public void An_undo_is_never_undone()
    {
        var story = Stories.Undoing().Starts(Given.Plan()).Sends();

        story.Events.OfType<UndoStarted>().ShouldHaveSingleItem();
    }

    [Fact]
    public void An_undo_waits_for_a_cooldown_too_and_goes_on_undoing()
    {
        var story = Stories.Undoing().Denied("cooldown:main/deployment/default/web");
        story.State.Status.ShouldBe(IncidentStatus.Waiting);

        story.ComesDue().State.Phase.ShouldBe(Phase.Undoing);
    }

    [Fact]
    public void An_undo_is_never_put_to_a_vote_for_lack_of_quota() =>
        Stories.GrantedByItself().Starts().Sends().Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy)
            .Denied(ClaimKeys.AutomaticFixes).State.Status.ShouldBe(IncidentStatus.Waiting);

    [Fact]
    public void The_senders_word_does_not_close_what_could_not_be_taken_back() =>
        Stories.Undoing().Starts().Sends(ExecuteOutcome.NotDone, "forbidden").Hears(Given.Clears())
            .State.Status.ShouldBe(IncidentStatus.Escalated);

    [Fact]
    public void The_senders_word_closes_what_was_taken_back() =>
        Stories.Undoing().Starts().Sends().Hears(Given.Clears()).State.Status.ShouldBe(IncidentStatus.Resolved);

    [Fact]
    public void Half_a_plan_that_was_taken_back_is_told_as_that() =>
        Stories.Sending(Given.Planned(), Given.Planned("api")).Sends().Starts().Sends(ExecuteOutcome.NotDone, "forbidden").Starts().Sends()
            .State.Escalation!.Reason.ShouldBe("The fix was carried out only in part (forbidden) and was taken back.");

    [Fact]
    public void The_senders_word_does_not_leave_a_useless_fix_in_place()
    {
        var story = Stories.Undoing().Denied("cooldown:main/deployment/default/web").Hears(Given.Clears());

        story.State.Status.ShouldBe(IncidentStatus.Waiting);
        story.State.ClearedAt.ShouldNotBeNull();
    }
}

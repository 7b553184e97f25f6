using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents.Grants;

/// <summary>What is taken back is bound as well, and grants of older releases.</summary>
public sealed partial class GrantRefusalTests
{
    [Fact]
    public void An_undo_that_was_changed_after_it_was_first_sent_is_not_sent_again()
    {
        var guarded = Given.Planned(traits: Given.Traits(guarded: true));
        var story = Stories.Verifying(guarded).Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy);
        story.Starts().Sends(ExecuteOutcome.Unknown).Settles().Looks(ExecuteOutcome.NotDone);
        var changed = story.State with
        {
            Actions = story.State.Actions.ConvertAll(action => action.UndoOf is null ? action : action with { Plan = action.Plan! with { Payload = "other" } }),
        };

        Accepted(Told(story, changed)).State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Altered);
        story.Starts().State.Action("a2").Sent.ShouldBe(2);
    }

    [Fact]
    public void An_undo_that_never_left_is_planned_anew_and_bound_again()
    {
        var story = Stories.Undoing().Starts();
        story.Hears(new TaskInput.Sent(story.Task.Id, ExecuteResult.Later("busy")));

        story.Waits(TimeSpan.FromMinutes(1)).Starts(Given.Plan(hash: "h3")).Task.Started.ShouldBeTrue();
        GrantLook.Opens(story.State, "a2", story.Rules, story.Now).ShouldBeTrue();
    }

    [Fact]
    public void A_grant_of_a_release_that_signed_less_is_asked_about_again()
    {
        var story = Stories.Granted();
        var older = story.State with
        {
            Grants = story.State.Grants.ConvertAll(grant => GrantSeal.Sign(grant with { PlanDigest = new string('a', 64) }, story.State.Id, Given.Keys)),
        };

        var state = Accepted(Told(story, older)).State;

        state.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.OtherPolicy);
        state.Status.ShouldBe(IncidentStatus.Proposing);
    }

    [Fact]
    public void Whether_a_fix_of_a_release_that_did_not_sign_is_taken_back_is_for_a_person_and_no_tampering()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10));
        var older = With(story.State, grant => grant with { Signature = null, Key = null });

        var state = Accepted(IncidentWorkflow.Handle(
            older, new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Unhealthy, "crashes"), story.Rules, story.Now)).State;

        state.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Unsigned);
        state.Escalation!.Reason.ShouldContain("A person decides whether a1 is taken back");
        state.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void The_way_back_that_was_changed_after_the_fix_is_not_taken()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10));
        var changed = story.State with
        {
            Actions = story.State.Actions.ConvertAll(action => action with { Plan = action.Plan! with { Undo = Given.UndoRequest("other") } }),
        };

        var input = new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Unhealthy, "crashes");
        var state = Accepted(IncidentWorkflow.Handle(changed, input, story.Rules, story.Now)).State;

        state.Actions.ShouldNotContain(action => action.UndoOf != null);
        state.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Altered);
        state.Status.ShouldBe(IncidentStatus.Escalated);
    }
}

using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>A grant and a unit of a quota are used up by the start that takes them.</summary>
public sealed class SingleUseTests
{
    private static readonly PlannedAction Guarded = Given.Planned(traits: Given.Traits(guarded: true));

    [Fact]
    public void A_start_takes_its_grant_once_for_all() =>
        Stories.Sending().Last.Claims.ShouldContain(new Claim(ClaimKeys.Grant($"{Given.Id}/g1"), Once: true));

    [Fact]
    public void Sending_again_what_did_not_happen_needs_its_grant_to_be_ours_and_takes_no_quota_again()
    {
        var again = Stories.GrantedByItself(Guarded).Starts().Sends(ExecuteOutcome.Unknown).Settles().Looks(ExecuteOutcome.NotDone).Starts();

        again.Task.Started.ShouldBeTrue();
        again.Last.Claims[0].ShouldBe(new Claim(ClaimKeys.Grant($"{Given.Id}/g1"), Held: true));
        again.Last.Claims.ShouldAllBe(claim => !claim.Key.StartsWith("quota:"));
    }

    [Fact]
    public void What_is_said_to_have_been_started_but_took_no_grant_sends_nothing_and_is_an_alarm()
    {
        var story = Stories.Granted();
        var forged = story.State with { Actions = story.State.Actions.ConvertAll(action => action with { StartedAt = story.Now }) };

        var started = (Decision.Accepted)IncidentWorkflow.Handle(forged, new TaskInput.ReadyToSend(story.Task.Id, Given.Plan()), story.Rules, story.Now);
        started.Claims.ShouldContain(new Claim(ClaimKeys.Grant($"{Given.Id}/g1"), Held: true));
        var denied = (Decision.Accepted)IncidentWorkflow.Handle(
            forged, new TaskInput.ClaimDenied(story.Task.Id, ClaimKeys.Grant($"{Given.Id}/g1"), default, null), story.Rules, story.Now);

        denied.State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Altered);
        denied.State.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void The_first_start_of_an_undo_takes_its_grant_and_the_one_for_its_plan() =>
        Stories.Undoing().Starts().Last.Claims.Where(claim => claim.Once).ShouldBe(
            [new Claim(ClaimKeys.Grant($"{Given.Id}/g2"), Once: true), new Claim(ClaimKeys.Grant($"{Given.Id}/g3"), Once: true)]);

    [Fact]
    public void A_new_grant_for_the_same_action_is_taken_in_its_turn()
    {
        var story = Stories.GrantedByItself(Guarded).Starts();
        story.Hears(new TaskInput.Sent(story.Task.Id, ExecuteResult.Later("busy")));
        story.Rules = story.Rules with { Policy = story.Rules.Policy with { AutomaticFixesPerHour = 0 } };

        story.Denied(ClaimKeys.AutomaticFixes).Approved().Starts();

        story.Last.Claims.ShouldContain(new Claim(ClaimKeys.Grant($"{Given.Id}/g2"), Once: true));
    }

    [Fact]
    public void A_grant_that_was_used_before_sends_nothing_and_a_person_decides()
    {
        var story = Stories.Granted().Denied(ClaimKeys.Grant($"{Given.Id}/g1"));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldContain("grant was used before");
    }
}

using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>Somebody stopped AiFixer.</summary>
public sealed class KillSwitchTests
{
    private static readonly PolicyFacts Stopped = PolicyFacts.None with { Stopped = new("Ada", Given.Start, "It restarts the wrong thing.") };

    [Fact]
    public void What_was_granted_before_is_not_sent_and_a_person_hears_why()
    {
        var story = Ready(Stories.Granted());

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldContain("stopped by Ada");
        story.State.Escalation.Reason.ShouldContain("wrong thing");
        story.Last.Claims.ShouldBeEmpty();
        story.Events.ShouldNotContain(happened => happened is ActionStarted);
    }

    [Fact]
    public void What_waited_for_its_target_is_not_sent_when_its_time_comes() =>
        Ready(Stories.Postponed().ComesDue()).State.Status.ShouldBe(IncidentStatus.Escalated);

    [Fact]
    public void What_did_not_help_is_not_even_taken_back()
    {
        var story = Ready(Stories.Undoing());

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.OwesUndo().ShouldBeTrue();
    }

    [Fact]
    public void A_proposal_meanwhile_is_for_a_person_in_auto_mode_too()
    {
        var story = Stories.Proposing(Given.Auto);

        story.Hears(new TaskInput.ProposalDone(story.Task.Id, [Given.Planned()], []) { Facts = Stopped });

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Policy!.Opinions[0].Rule.ShouldBe("kill-switch");
    }

    [Fact]
    public void When_it_goes_on_what_was_stopped_needs_a_person_to_begin_again()
    {
        var story = Ready(Stories.Granted());

        story.Hears(new PersonInput.Rediagnose(Given.Operator, "again")).Diagnosed().Approved().Proposed(Given.Planned()).Approved().Starts().Task.Started.ShouldBeTrue();
    }

    [Fact]
    public void What_was_sent_and_did_not_happen_is_not_said_to_be_unsent()
    {
        var story = Ready(Resending(Stories.OutcomeUnknown(Guarded)));

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
        story.State.Action("a1").Message.ShouldStartWith("It did not happen and was not sent again. ");
        story.State.Escalation!.Reason.ShouldStartWith("k8s.rollback_deployment did not happen and was not sent again. ");
        story.State.Escalation.Reason.ShouldContain("stopped by Ada");
    }

    [Fact]
    public void What_was_sent_and_did_not_happen_is_not_said_to_be_unsent_when_its_grant_is_no_good()
    {
        var story = Resending(Stories.OutcomeUnknown(Guarded));
        story.Rules = story.Rules with { GrantKeys = new([new("test", [.. Enumerable.Repeat((byte)8, GrantKey.ShortestSecret)])]) };

        story.Starts().State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Forged);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Stale);
        story.State.Action("a1").Message.ShouldStartWith("It did not happen and was not sent again. ");
    }

    [Fact]
    public void Nobody_is_asked_to_approve_what_was_sent_already()
    {
        var story = Resending(Stories.GrantedByItself(Guarded).Starts().Sends(ExecuteOutcome.Unknown));

        story.Starts(Given.Plan() with { Magnitude = 100 });

        story.State.OpenCard().ShouldBeNull();
        story.State.Escalation!.Reason.ShouldStartWith("k8s.rollback_deployment did not happen and was not sent again. ");
    }

    [Fact]
    public void What_did_not_happen_and_cannot_be_sent_again_for_good_is_in_a_persons_hands()
    {
        var story = Resending(Stories.OutcomeUnknown(Guarded));
        while (story.State.Status == IncidentStatus.Executing)
            story.Starts().Hears(new TaskInput.Sent(story.Task.Id, ExecuteResult.Later("busy")));

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
        story.State.Escalation!.Reason.ShouldContain("could not be sent in 4 tries: busy");
    }

    private static PlannedAction Guarded => Given.Planned(traits: Given.Traits(guarded: true));

    private static Story Resending(Story unknown) => unknown.Settles().Looks(ExecuteOutcome.NotDone);

    private static Story Ready(Story story) =>
        story.Hears(new TaskInput.ReadyToSend(story.Task.Id, Given.Plan()) { Facts = Stopped });
}

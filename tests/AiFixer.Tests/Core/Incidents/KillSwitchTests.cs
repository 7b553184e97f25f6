using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
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

    private static Story Ready(Story story) =>
        story.Hears(new TaskInput.ReadyToSend(story.Task.Id, Given.Plan()) { Facts = Stopped });
}

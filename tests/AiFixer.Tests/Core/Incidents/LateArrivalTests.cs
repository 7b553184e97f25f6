using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>A call that was not there when somebody looked, and was sent again, may still arrive.</summary>
public sealed class LateArrivalTests
{
    [Fact]
    public void Until_it_is_sent_again_nobody_knows_what_became_of_the_first()
    {
        var story = NotThereYet();

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
        story.Task.Kind.ShouldBe(TaskKind.RunAction);
    }

    [Fact]
    public void The_senders_word_does_not_close_it_when_the_second_cannot_leave()
    {
        var story = NotThereYet().Starts().Hears(Given.Clears()).Sends(ExecuteResult.Later("busy"));

        story.State.Status.ShouldBe(IncidentStatus.Executing);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
        story.Task.Kind.ShouldBe(TaskKind.RunAction);
    }

    [Fact]
    public void The_senders_word_does_not_close_it_while_its_target_is_left_alone()
    {
        var story = NotThereYet().Denied("cooldown:main/deployment/default/web", Given.Start.AddHours(1)).Hears(Given.Clears());

        story.State.Status.ShouldBe(IncidentStatus.Waiting);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
    }

    [Fact]
    public void That_the_second_is_refused_does_not_say_that_the_first_did_not_happen()
    {
        var story = NotThereYet().Starts().Sends(ExecuteOutcome.NotDone, "forbidden");

        story.Task.Kind.ShouldBe(TaskKind.Reconcile);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
    }

    [Fact]
    public void When_the_only_one_cannot_leave_the_senders_word_closes_it()
    {
        var story = Stories.Sending().Hears(Given.Clears()).Sends(ExecuteResult.Later("busy"));

        story.State.Status.ShouldBe(IncidentStatus.Resolved);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Planned);
    }

    [Fact]
    public void That_the_only_one_is_refused_says_that_it_did_not_happen() =>
        Stories.Sending().Sends(ExecuteOutcome.NotDone, "forbidden").State.Action("a1").Status.ShouldBe(ActionStatus.Failed);

    /// <summary>The process stood still between the look and what it made of it, and the call arrived meanwhile.</summary>
    [Fact]
    public void A_look_that_began_too_early_says_nothing_however_late_it_ends()
    {
        var story = Stories.OutcomeUnknown();
        var began = story.Now;

        story.Settles().Looks(ExecuteOutcome.NotDone, began);

        story.Task.Kind.ShouldBe(TaskKind.Reconcile);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
        story.Last.Claims.ShouldBeEmpty();
    }

    [Fact]
    public void A_look_that_took_too_long_is_made_once_more_and_then_a_person_decides()
    {
        var story = Stories.OutcomeUnknown().Settles();
        var looks = 0;
        for (; story.State.Task!.Kind == TaskKind.Reconcile; looks++)
        {
            var began = story.Now;
            story.Waits(story.Rules.SendMargin + TimeSpan.FromSeconds(1)).Looks(ExecuteOutcome.NotDone, began);
        }

        looks.ShouldBe(story.Rules.MaxAttempts);
        story.State.Escalation!.Reason.ShouldContain("took 16 s");
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
    }

    [Fact]
    public void A_look_in_time_that_began_late_enough_tells_that_it_did_not_happen()
    {
        var story = Stories.OutcomeUnknown().Settles();
        var began = story.Now;

        story.Waits(story.Rules.SendMargin).Looks(ExecuteOutcome.NotDone, began);

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Planned);
        story.Events.OfType<OutcomeFound>().ShouldHaveSingleItem().Outcome.ShouldBe(ExecuteOutcome.NotDone);
    }

    private static Story NotThereYet() =>
        Stories.OutcomeUnknown(Given.Planned(traits: Given.Traits(idempotent: true))).Looks(ExecuteOutcome.NotDone);
}

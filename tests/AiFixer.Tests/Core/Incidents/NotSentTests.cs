using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>A busy plugin used to count as a failed fix, which was then taken back.</summary>
public sealed class NotSentTests
{
    [Fact]
    public void A_call_that_did_not_leave_is_made_after_a_pause()
    {
        var story = Busy(Stories.Sending());

        story.Task.ShouldBe(new OpenTask(story.Task.Id, TaskKind.RunAction, story.Now + story.Rules.RetryPause, 2, "a1"));
        story.State.Status.ShouldBe(IncidentStatus.Executing);
        var action = story.State.Action("a1");
        (action.Status, action.Sent, action.Message).ShouldBe((ActionStatus.Planned, 0, "busy"));
    }

    [Fact]
    public void Then_it_goes_its_way_as_if_it_had_been_the_first_try()
    {
        var story = Busy(Stories.Sending()).Starts().Sends();

        story.State.Status.ShouldBe(IncidentStatus.Verifying);
        story.State.Action("a1").Sent.ShouldBe(1);
    }

    [Fact]
    public void A_target_that_has_changed_meanwhile_is_planned_for_anew() =>
        Busy(Stories.Sending()).Starts(Given.Plan(hash: "other")).State.Status.ShouldBe(IncidentStatus.Proposing);

    [Fact]
    public void After_so_many_tries_a_person_decides_and_nothing_is_taken_back()
    {
        var story = BusyForGood(Stories.Sending());

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldBe("The fix was not carried out: it could not be sent in 4 tries: busy");
        story.Events.ShouldNotContain(happened => happened is UndoStarted);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
    }

    [Fact]
    public void Half_a_plan_is_taken_back_when_the_rest_cannot_be_sent()
    {
        var story = BusyFor(Stories.Sending(Given.Planned(), Given.Planned("api")).Sends(), "a2");

        story.State.Action("a3").UndoOf.ShouldBe("a1");
        story.Starts().Sends().State.Escalation!.Reason.ShouldBe(
            "The fix was carried out only in part (it could not be sent in 4 tries: busy) and was taken back.");
    }

    [Fact]
    public void An_undo_that_cannot_leave_keeps_no_other_from_being_made()
    {
        var story = Stories.Verifying(Given.Planned(), Given.Planned("api")).Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy);
        story = BusyFor(story, "a3", Given.Plan("api"));

        story.State.Action("a4").UndoOf.ShouldBe("a1");
        story.Starts().Sends().State.Escalation!.Reason.ShouldBe(
            "The fix did not help and could not be taken back whole: it could not be sent in 4 tries: busy");
    }

    [Fact]
    public void A_fix_that_did_not_help_and_is_still_there_is_not_closed_by_its_sender()
    {
        var story = BusyFor(Stories.Undoing(), "a2");

        story.Hears(Given.Clears()).State.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void An_undo_that_did_not_leave_is_planned_anew()
    {
        var story = Busy(Stories.Undoing().Starts(Given.Plan(hash: "old", undo: false)));

        story.State.Phase.ShouldBe(Phase.Undoing);
        story.Starts(Given.Plan(hash: "new", undo: false)).State.Action("a2").Plan!.FieldsHash.ShouldBe("new");
    }

    [Fact]
    public void An_undo_that_cannot_leave_is_not_forgotten_when_the_sender_says_it_is_over() =>
        BusyForGood(Stories.Undoing().Hears(Given.Clears()).Starts()).State.Status.ShouldBe(IncidentStatus.Escalated);

    [Fact]
    public void Nothing_is_sent_any_more_when_the_sender_says_it_is_over() =>
        Busy(Stories.Sending().Hears(Given.Clears())).State.Closing!.How.ShouldBe(ClosedBy.Sender);

    [Fact]
    public void A_call_that_did_not_happen_before_is_still_told_to_have_been_sent()
    {
        var guarded = Given.Planned(traits: Given.Traits(guarded: true));
        var story = Busy(Stories.OutcomeUnknown(guarded).Settles().Looks(ExecuteOutcome.NotDone).Starts());

        story.State.Action("a1").Sent.ShouldBe(1);
        story.Starts(Given.Plan(hash: "other")).State.Action("a1").Status.ShouldBe(ActionStatus.Stale);
        story.State.Action("a1").Sent.ShouldBe(1);
    }

    private static Story Busy(Story story) => story.Hears(new TaskInput.Sent(story.Task.Id, ExecuteResult.Later("busy")));

    private static Story BusyForGood(Story story) => BusyFor(story, story.Task.Subject!);

    private static Story BusyFor(Story story, string action, ActionPlan? reading = null)
    {
        while (story.State.Task is { Kind: TaskKind.RunAction } task && task.Subject == action)
            story = task.Started ? Busy(story) : story.Starts(reading);
        return story;
    }
}

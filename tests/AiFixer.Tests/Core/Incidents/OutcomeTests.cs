using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class OutcomeTests
{
    private static readonly PlannedAction Guarded = Given.Planned(traits: Given.Traits(guarded: true));
    private static readonly PlannedAction Idempotent = Given.Planned(traits: Given.Traits(idempotent: true));

    [Fact]
    public void An_unknown_outcome_is_looked_up()
    {
        var story = Stories.OutcomeUnknown();

        story.State.Phase.ShouldBe(Phase.Reconciling);
        story.Task.Kind.ShouldBe(TaskKind.Reconcile);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
    }

    [Fact]
    public void A_call_whose_process_is_gone_is_looked_up()
    {
        var story = Stories.Sending();

        story.Hears(new TaskInput.Interrupted(story.Task.Id)).Task.Kind.ShouldBe(TaskKind.Reconcile);
    }

    [Fact]
    public void A_call_that_had_not_left_when_the_process_went_is_simply_made()
    {
        var story = Stories.Granted();

        story.IsDeafTo(new TaskInput.Interrupted(story.Task.Id)).Starts().Task.Started.ShouldBeTrue();
    }

    [Fact]
    public void A_call_without_an_answer_in_time_is_looked_up() =>
        Stories.Sending().ComesDue().Task.Kind.ShouldBe(TaskKind.Reconcile);

    [Fact]
    public void A_call_that_breaks_after_it_may_have_left_is_looked_up_and_not_retried() =>
        Stories.Sending(Idempotent).Breaks().Task.Kind.ShouldBe(TaskKind.Reconcile);

    [Fact]
    public void A_late_answer_to_a_call_that_is_being_looked_up_changes_nothing()
    {
        var story = Stories.Sending();
        var call = story.Task.Id;

        story.ComesDue().IsDeafTo(new TaskInput.Sent(call, new ExecuteResult(ExecuteOutcome.Done, "patched")));
    }

    [Fact]
    public void What_is_seen_to_be_done_counts_as_done()
    {
        var story = Stories.OutcomeUnknown().Looks(ExecuteOutcome.Done);

        story.State.Status.ShouldBe(IncidentStatus.Verifying);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Succeeded);
        story.State.Action("a1").Sent.ShouldBe(1);
    }

    [Fact]
    public void What_is_seen_to_be_done_is_followed_by_the_next_action() =>
        Stories.OutcomeUnknown(Given.Planned(), Given.Planned("api")).Looks(ExecuteOutcome.Done).Task.Subject.ShouldBe("a2");

    [Fact]
    public void What_is_seen_to_be_done_is_in_nobodys_way() =>
        Stories.OutcomeUnknown(Given.Planned(), Given.Planned()).Looks(ExecuteOutcome.Done).Starts().Task.Started.ShouldBeTrue();

    [Fact]
    public void What_did_not_happen_is_sent_again_when_the_target_refuses_a_second_one() => SentAgain(Guarded);

    [Fact]
    public void What_did_not_happen_is_sent_again_when_twice_is_as_good_as_once() => SentAgain(Idempotent);

    [Fact]
    public void What_did_not_happen_but_might_happen_twice_is_escalated()
    {
        var story = Stories.OutcomeUnknown().Settles().Looks(ExecuteOutcome.NotDone);

        story.State.Escalation!.Reason.ShouldContain("sending it again might do it twice");
    }

    [Fact]
    public void What_is_not_there_yet_is_looked_at_again_when_its_call_cannot_be_on_its_way_any_more()
    {
        var story = Stories.OutcomeUnknown();
        var settles = story.Now + (2 * Given.Traits().Timeout) + story.Rules.SendMargin;

        story.Looks(ExecuteOutcome.NotDone).Task.ShouldBe(story.Task with { Kind = TaskKind.Reconcile, Due = story.Now.AddSeconds(30), Attempt = 1 });
        story.Waits(settles - story.Now - TimeSpan.FromSeconds(10)).Looks(ExecuteOutcome.NotDone).Task.Due.ShouldBe(settles);
        story.State.Phase.ShouldBe(Phase.Reconciling);
        story.Waits(settles - story.Now).Looks(ExecuteOutcome.Done).State.Action("a1").Status.ShouldBe(ActionStatus.Succeeded);
    }

    [Fact]
    public void How_long_a_call_may_be_on_its_way_is_counted_by_the_databases_clock_for_every_process()
    {
        var story = Stories.OutcomeUnknown();
        var key = ClaimKeys.Settling(story.State.Id, "a1");

        story.Last.Claims.ShouldBe([new(key, (2 * Given.Traits().Timeout) + story.Rules.SendMargin)]);
        story.Settles().Looks(ExecuteOutcome.NotDone).Last.Claims.ShouldContain(claim => claim.Key == key && claim.Once);
    }

    [Fact]
    public void Too_early_by_the_databases_clock_is_looked_at_again_however_late_it_is_by_ours()
    {
        var story = Stories.OutcomeUnknown().Settles();
        var until = story.Now + TimeSpan.FromSeconds(7);

        story.Hears(new TaskInput.ClaimDenied(story.Task.Id, ClaimKeys.Settling(story.State.Id, "a1"), story.State.Id, until));

        story.Task.ShouldBe(story.Task with { Kind = TaskKind.Reconcile, Due = until, Attempt = 1 });
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
    }

    [Fact]
    public void Looking_again_because_it_was_too_early_uses_up_no_try()
    {
        var story = Stories.OutcomeUnknown();
        for (var look = 0; look < 2 * story.Rules.MaxAttempts; look++)
            story.Looks(ExecuteOutcome.NotDone);

        story.Task.Attempt.ShouldBe(1);
    }

    [Fact]
    public void What_never_arrives_is_escalated_in_the_end()
    {
        var story = Stories.OutcomeUnknown(Guarded).Settles().Looks(ExecuteOutcome.NotDone);
        while (story.State.Status == IncidentStatus.Executing)
            story.Starts().Sends(ExecuteOutcome.Unknown).Settles().Looks(ExecuteOutcome.NotDone);

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Action("a1").Sent.ShouldBe(story.Rules.MaxAttempts);
        story.State.Escalation!.Reason.ShouldContain("4 times");
    }

    [Fact]
    public void What_nobody_can_tell_is_looked_up_again_and_then_a_person_decides()
    {
        var story = Stories.OutcomeUnknown(Guarded);
        var looks = 0;
        for (; story.State.Task!.Kind == TaskKind.Reconcile; looks++)
            story.Looks(ExecuteOutcome.Unknown);

        looks.ShouldBe(story.Rules.MaxAttempts);
        story.State.Escalation!.Reason.ShouldStartWith("Nobody can tell whether k8s.rollback_deployment happened");
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
    }

    [Fact]
    public void Looking_that_breaks_for_good_ends_with_a_person()
    {
        var story = Stories.OutcomeUnknown(Guarded).BreaksForGood();

        story.State.Escalation!.Reason.ShouldContain("connection refused");
        story.State.Action("a1").Message.ShouldBe("connection refused");
    }

    [Fact]
    public void The_senders_word_does_not_close_what_nobody_can_tell()
    {
        var story = Stories.OutcomeUnknown().BreaksForGood().Hears(Given.Clears());

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.ClearedAt.ShouldNotBeNull();
    }

    private static void SentAgain(PlannedAction action)
    {
        var story = Stories.OutcomeUnknown(action).Settles().Looks(ExecuteOutcome.NotDone);

        story.Task.Kind.ShouldBe(TaskKind.RunAction);
        story.Task.Started.ShouldBeFalse();
        story.State.Phase.ShouldBe(Phase.None);
        story.Starts().State.Action("a1").Sent.ShouldBe(2);
    }
}

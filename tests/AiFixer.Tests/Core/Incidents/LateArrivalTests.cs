using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>A call that was not there when somebody looked may still arrive, until it cannot any more.</summary>
public sealed class LateArrivalTests
{
    private static readonly PlannedAction Idempotent = Given.Planned(traits: Given.Traits(idempotent: true));

    [Fact]
    public void It_is_not_sent_again_before_the_first_cannot_arrive_any_more()
    {
        var story = Stories.OutcomeUnknown(Idempotent);
        story.State.Action("a1").SettlesAt.ShouldBe(story.Now + (2 * Given.Traits().Timeout) + story.Rules.SendMargin);

        story.Looks(ExecuteOutcome.NotDone);

        story.Task.Kind.ShouldBe(TaskKind.Reconcile);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
        story.Settles().Looks(ExecuteOutcome.NotDone).Task.Kind.ShouldBe(TaskKind.RunAction);
    }

    [Fact]
    public void The_senders_word_does_not_close_it_meanwhile()
    {
        var story = Stories.OutcomeUnknown(Idempotent).Looks(ExecuteOutcome.NotDone).Hears(Given.Clears());

        story.State.Status.ShouldBe(IncidentStatus.Executing);
    }

    [Fact]
    public void What_did_not_happen_and_is_not_needed_any_more_is_not_sent_again()
    {
        var story = Stories.OutcomeUnknown(Idempotent).Hears(Given.Clears()).Settles().Looks(ExecuteOutcome.NotDone);

        story.State.Status.ShouldBe(IncidentStatus.Resolved);
        story.State.Closing!.How.ShouldBe(ClosedBy.Sender);
        story.State.Action("a1").ShouldSatisfyAllConditions(
            action => action.Status.ShouldBe(ActionStatus.Failed), action => action.Message.ShouldBe("It did not happen, and is not needed any more."));
    }

    [Fact]
    public void When_the_second_cannot_leave_the_senders_word_closes_it()
    {
        var story = SentAgain().Hears(Given.Clears()).Sends(ExecuteResult.Later("busy"));

        story.State.Status.ShouldBe(IncidentStatus.Resolved);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
    }

    [Fact]
    public void When_the_first_cannot_leave_the_senders_word_closes_it_and_nothing_was_done()
    {
        var story = Stories.Sending().Hears(Given.Clears()).Sends(ExecuteResult.Later("busy"));

        story.State.Status.ShouldBe(IncidentStatus.Resolved);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Planned);
    }

    [Fact]
    public void What_the_release_before_would_send_again_too_early_waits()
    {
        var story = Stories.Granted(Idempotent);
        var settles = story.Now.AddSeconds(20);
        var early = story.State with { Actions = story.State.Actions.ConvertAll(action => action with { Sent = 1, SettlesAt = settles }) };

        var decided = (Decision.Accepted)IncidentWorkflow.Handle(early, new TaskInput.ReadyToSend(story.Task.Id, Given.Plan()), story.Rules, story.Now);

        decided.State.Task.ShouldBe(story.Task with { Id = decided.State.Task!.Id, Kind = TaskKind.Reconcile, Due = settles });
        decided.State.Action("a1").ShouldSatisfyAllConditions(
            action => action.Status.ShouldBe(ActionStatus.Unknown), action => action.SettlesAt.ShouldBe(settles));
    }

    /// <summary>It was written by a process whose clock was ahead; the database's clock still counts.</summary>
    [Fact]
    public void A_time_that_no_call_can_take_is_not_waited_for_by_our_clock()
    {
        var story = Stories.OutcomeUnknown(Idempotent);

        story.Waits(TimeSpan.FromSeconds(-1)).Looks(ExecuteOutcome.NotDone);

        story.Task.Kind.ShouldBe(TaskKind.RunAction);
        story.Last.Claims.ShouldContain(claim => claim.Once && claim.Key.StartsWith("settling:", StringComparison.Ordinal));
    }

    [Fact]
    public void That_the_second_is_refused_says_that_it_did_not_happen() =>
        SentAgain().Sends(ExecuteOutcome.NotDone, "forbidden").State.Action("a1").Status.ShouldBe(ActionStatus.Failed);

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
    public void A_look_by_a_clock_that_is_ahead_is_as_old_as_it_took()
    {
        var story = Stories.OutcomeUnknown();

        story.Settles().Looks(ExecuteOutcome.NotDone, story.Now.AddMinutes(5), took: TimeSpan.FromSeconds(1));

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
    }

    [Fact]
    public void A_look_that_took_too_long_is_made_once_more_and_then_a_person_decides()
    {
        var story = Stories.OutcomeUnknown();
        story.Settles().Waits(TimeSpan.FromMinutes(1));
        var looks = 0;
        for (; story.State.Task!.Kind == TaskKind.Reconcile; looks++)
            story.Looks(ExecuteOutcome.NotDone, took: Given.Traits().Timeout + TimeSpan.FromSeconds(1));

        looks.ShouldBe(story.Rules.MaxAttempts);
        story.State.Escalation!.Reason.ShouldContain("took 31 s");
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
    }

    [Theory]
    [InlineData(5, 1, 5)]
    [InlineData(5, 40, 40)]
    [InlineData(600, 1, 60)]
    public void A_look_may_take_as_long_as_a_call_up_to_a_minute_and_never_less_than_the_margin(int timeout, int margin, int longest)
    {
        var story = Stories.Sending(Given.Planned(traits: Given.Traits() with { Timeout = TimeSpan.FromSeconds(timeout) }));
        story.Rules = story.Rules with { SendMargin = TimeSpan.FromSeconds(margin) };
        story.Sends(ExecuteOutcome.Unknown);

        story.State.Action("a1").SettlesAt.ShouldBe(story.Now + TimeSpan.FromSeconds(timeout + margin + longest));
        story.Settles().Waits(TimeSpan.FromMinutes(2)).Looks(ExecuteOutcome.NotDone, took: TimeSpan.FromSeconds(longest));
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
        story.State.Action("a1").Message.ShouldBe("It did not happen, and sending it again might do it twice.");
    }

    [Fact]
    public void A_look_in_time_that_began_late_enough_tells_that_it_did_not_happen()
    {
        var story = Stories.OutcomeUnknown().Settles();
        var began = story.Now;

        story.Waits(story.Rules.SendMargin).Looks(ExecuteOutcome.NotDone, began, story.Rules.SendMargin);

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
        story.Events.OfType<OutcomeFound>().ShouldHaveSingleItem().Outcome.ShouldBe(ExecuteOutcome.NotDone);
    }

    [Fact]
    public void The_world_is_not_said_to_be_well_while_an_earlier_call_may_change_it()
    {
        var story = Stories.Sending();
        story.Rules = story.Rules with { SendMargin = TimeSpan.FromMinutes(2) };
        var settles = story.Sends(ExecuteOutcome.Unknown).State.Action("a1").SettlesAt!.Value;
        while (story.State.Task!.Kind == TaskKind.Reconcile)
            story.Looks(ExecuteOutcome.Unknown);
        story.Hears(new PersonInput.Rediagnose(Given.Operator, "look again")).Diagnosed().Approved().Proposed(Given.Planned("api")).Approved().Starts().Sends();
        story.Sees(TargetHealth.Healthy).Waits(story.Rules.StabilisationWindow);

        story.Now.ShouldBeLessThan(settles);
        story.IsDeafTo(new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Healthy, "well"));

        story.Waits(settles - story.Now + story.Rules.StabilisationWindow - TimeSpan.FromSeconds(1));
        story.IsDeafTo(new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Healthy, "well"));
        story.Waits(TimeSpan.FromSeconds(1)).Sees(TargetHealth.Healthy).State.Closing!.How.ShouldBe(ClosedBy.Verification);
    }

    [Fact]
    public void Nothing_is_sent_to_a_target_at_which_another_call_may_still_arrive()
    {
        var story = GivenUp();
        var settles = story.State.Action("a1").SettlesAt!.Value;
        story.Hears(new PersonInput.Rediagnose(Given.Operator, "look again")).Diagnosed().Approved().Proposed(Given.Planned()).Approved().Starts();

        story.State.Status.ShouldBe(IncidentStatus.Waiting);
        story.Task.Due.ShouldBe(settles);
        story.ComesDue().Starts().Task.Started.ShouldBeTrue();
    }

    [Fact]
    public void It_is_looked_at_on_and_off_in_pauses_that_fit_how_long_it_may_take()
    {
        var story = Stories.Sending(Given.Planned(traits: Given.Traits() with { Timeout = TimeSpan.FromHours(1) })).Sends(ExecuteOutcome.Unknown);
        var left = story.State.Action("a1").SettlesAt!.Value - story.Now;

        story.Looks(ExecuteOutcome.NotDone).Task.Due.ShouldBe(story.Now + (left / 4));
    }

    [Fact]
    public void What_is_to_be_taken_back_stays_owed_when_its_grant_ended_meanwhile()
    {
        var story = Stories.Verifying(Idempotent).Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy).Starts().Sends(ExecuteOutcome.Unknown).Settles().Looks(ExecuteOutcome.NotDone);
        story.Waits(story.Rules.GrantLifetime).Starts().Hears(Given.Clears());

        story.State.Action("a2").Status.ShouldBe(ActionStatus.Failed);
        story.State.OwesUndo().ShouldBeTrue();
        story.State.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void What_did_not_happen_and_cannot_be_planned_again_is_told_as_that()
    {
        var story = Stories.OutcomeUnknown(Idempotent).Settles().Looks(ExecuteOutcome.NotDone).BreaksForGood();

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
        story.State.Escalation!.Reason.ShouldBe("k8s.rollback_deployment did not happen and was not sent again. connection refused");
    }

    [Fact]
    public void A_fix_is_not_said_not_to_help_before_the_world_had_time_to_be_well_after_an_earlier_call()
    {
        var story = Stories.Sending();
        story.Rules = story.Rules with { SendMargin = TimeSpan.FromMinutes(20) };
        var settles = story.Sends(ExecuteOutcome.Unknown).State.Action("a1").SettlesAt!.Value;
        while (story.State.Task!.Kind == TaskKind.Reconcile)
            story.Looks(ExecuteOutcome.Unknown);
        story.Hears(new PersonInput.Rediagnose(Given.Operator, "look again")).Diagnosed().Approved().Proposed(Given.Planned("api")).Approved().Starts().Sends();
        story.Sees(TargetHealth.Unhealthy);

        story.Waits(settles - story.Now + story.Rules.StabilisationWindow - TimeSpan.FromSeconds(1));
        story.Now.ShouldBeGreaterThan(story.State.Verification!.Deadline);
        story.IsDeafTo(new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Unhealthy, "ill"));

        story.Waits(TimeSpan.FromSeconds(1)).Sees(TargetHealth.Unhealthy).State.Status.ShouldBe(IncidentStatus.Executing);
    }

    private static Story GivenUp()
    {
        var story = Stories.OutcomeUnknown();
        while (story.State.Task!.Kind == TaskKind.Reconcile)
            story.Looks(ExecuteOutcome.Unknown);
        return story;
    }

    private static Story SentAgain() => Stories.OutcomeUnknown(Idempotent).Settles().Looks(ExecuteOutcome.NotDone).Starts();
}

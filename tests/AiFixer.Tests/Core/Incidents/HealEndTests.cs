using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>What ends the try of a playbook, and as what it counts then.</summary>
public sealed class HealEndTests
{
    private static readonly Alert Exception = Given.Alert() with { Source = "exception", NeverClears = true, Target = null };
    private static readonly PlannedAction Planned = Given.Planned(undo: false);

    [Fact]
    public void Trouble_that_ended_while_people_were_told_is_closed()
    {
        var story = Story.Open().Matched(Healers.Tells()).HealBegins().Hears(Given.Clears());
        story.State.Status.ShouldBe(IncidentStatus.Executing);

        story.Hears(new TaskInput.Noticed(story.Task.Id, "taken", 12));

        story.State.Closing!.How.ShouldBe(ClosedBy.Sender);
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Success);
    }

    [Fact]
    public void A_notice_that_will_never_be_taken_is_not_tried_again()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Tells()).HealBegins().Breaks(retryable: false);

        story.State.Escalation!.Reason.ShouldBe("Log in again. (Nobody could be told: connection refused)");
        story.State.Heals.ShouldHaveSingleItem().Output.ShouldBe("Nobody could be told, in 1 tries: connection refused");
    }

    [Fact]
    public void Trouble_that_ended_while_its_call_was_out_is_closed_when_the_time_of_waiting_is_over()
    {
        var story = Story.Open().Matched(Healers.Restarts()).Proposed(Planned).Approved().Starts().Hears(Given.Clears())
            .Sends(ExecuteOutcome.NotDone, "forbidden");
        story.State.Status.ShouldBe(IncidentStatus.Waiting);

        story.ComesBack(reportedAgain: true).State.Closing!.How.ShouldBe(ClosedBy.Sender);
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Failed);
    }

    [Fact]
    public void That_nobody_could_hear_the_sender_is_no_silence()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Waits()).HealBegins();

        story.ComesDue();

        story.State.Status.ShouldNotBe(IncidentStatus.Resolved);
        story.State.Heals![0].Result.ShouldBe(HealResult.Failed);
    }

    [Fact]
    public void Hearing_the_sender_that_breaks_is_tried_again()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Waits()).HealBegins().Breaks();

        (story.Task.Kind, story.Task.Attempt).ShouldBe((TaskKind.Recheck, 2));
    }

    [Fact]
    public void Silence_about_the_leader_of_others_is_no_recovery()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Waits()).HealBegins().Hears(new GroupInput.Followed(AiFixer.Core.Severity.P3));

        story.ComesBack().State.Status.ShouldNotBe(IncidentStatus.Resolved);
    }

    [Fact]
    public void A_playbook_that_waits_is_no_success_of_whoever_resolves_it_by_hand()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Waits()).HealBegins().Hears(new PersonInput.TakeOver(Given.Operator))
            .Hears(new PersonInput.Resolve(Given.Operator, "done"));

        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Failed);
    }

    [Fact]
    public void A_playbook_that_waits_when_it_is_ignored_failed() =>
        Story.Open(alert: Exception).Matched(Healers.Waits()).HealBegins().Hears(new PersonInput.Ignore(Given.Operator, "known"))
            .State.Heals.ShouldHaveSingleItem().Output.ShouldBe("Ignored meanwhile: known");

    [Fact]
    public void A_playbook_whose_call_did_not_come_back_well_is_no_success_when_the_sender_says_it_is_over()
    {
        var story = Story.Open().Matched(Healers.Restarts()).Proposed(Planned).Approved().Starts().Hears(Given.Clears());
        story.Hears(new TaskInput.Sent(story.Task.Id, ExecuteResult.Later("busy")));

        story.State.Closing!.How.ShouldBe(ClosedBy.Sender);
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Failed);
    }

    [Fact]
    public void What_a_person_proposes_ends_the_try_under_way()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Waits()).HealBegins();

        story.Hears(new PersonInput.Propose(Given.Operator, Given.Planned(), AiFixer.Core.Policy.PolicyFacts.None));

        story.State.Heals.ShouldHaveSingleItem().Output.ShouldBe("Otto proposed something else.");
    }

    [Fact]
    public void Of_what_an_analyst_proposes_that_cannot_be_done_the_heal_log_says_nothing() =>
        Stories.Proposing().Proposed().State.Heals.ShouldBeNull();

    [Fact]
    public void The_refused_call_of_another_action_gives_no_cooldown_back()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Restarts()).Proposed(Planned, Given.Planned("api", undo: false)).Approved().Starts().Sends();

        story.Starts(Given.Plan("api", hash: "h2"));

        story.Last.Releases.ShouldBeEmpty();
    }
}

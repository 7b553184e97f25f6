using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

public sealed class HealingTests
{
    private const string Target = "main/deployment/default/web";
    private static readonly Alert Exception = Given.Alert() with { Source = "exception", NeverClears = true, Target = null };
    private static readonly PlannedAction Planned = Given.Planned(undo: false);
    private static readonly string CooldownKey = ClaimKeys.PlaybookCooldown("dns", Target);

    [Fact]
    public void Its_action_is_the_proposal_and_nobody_is_asked_about_a_diagnosis()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Restarts());

        story.State.Status.ShouldBe(IncidentStatus.Proposing);
        story.State.Diagnosis!.Suggestions.ShouldHaveSingleItem().Request.ShouldBe(Given.Request());
        story.State.Diagnosis.Verdict.ShouldNotBe(Verdict.Confirmed);
        story.Events.OfType<DiagnosisApprovalSkipped>().ShouldHaveSingleItem();
        story.Last.Claims.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_found_is_recorded_with_why_and_the_others()
    {
        var matched = Story.Open(alert: Exception).Matched(Healers.Restarts()).Events.OfType<PlaybookMatched>().ShouldHaveSingleItem().Playbook;

        (matched.Id, matched.Version, matched.Reason).ShouldBe(("dns", "v1", "It fits."));
        matched.RunnersUp.ShouldHaveSingleItem().Reason.ShouldBe("is less specific");
    }

    [Fact]
    public void The_policy_is_never_skipped() =>
        Proposed().State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);

    [Fact]
    public void Its_limits_are_taken_by_the_start_that_acts_and_by_nothing_before()
    {
        var story = Proposed().Approved();
        story.Last.Claims.ShouldBeEmpty();

        story.Starts();

        story.Last.Claims.ShouldContain(new Claim(CooldownKey, Healers.Cooldown, Once: true));
        story.Last.Claims.ShouldContain(new Claim(ClaimKeys.PlaybookTries("dns", Target), TimeSpan.FromHours(24), 2));
        story.State.OpenHeal()!.Detail.ShouldBe(Planned.Plan.Call);
    }

    [Fact]
    public void Sending_again_what_never_left_takes_no_second_try()
    {
        var story = Acting();
        story.Hears(new TaskInput.Sent(story.Task.Id, ExecuteResult.Later("busy"))).Waits(TimeSpan.FromMinutes(1)).Starts();

        story.Last.Claims.ShouldNotContain(claim => claim.Key.Contains("playbook", StringComparison.Ordinal));
        story.State.Heals!.Count.ShouldBe(1);
    }

    [Fact]
    public void It_is_a_success_when_the_world_recovered_and_not_before()
    {
        var story = Acting().Sends(message: "restarted");
        story.State.Heals![0].Result.ShouldBeNull();

        story.WatchedAndHelped();

        story.State.Status.ShouldBe(IncidentStatus.Resolved);
        story.State.Heals![0].Result.ShouldBe(HealResult.Success);
        story.State.Heals[0].Output.ShouldStartWith("restarted\n");
    }

    [Fact]
    public void What_did_not_help_is_tried_again_after_the_cooldown_and_then_it_is_for_a_person()
    {
        var story = Acting().Sends().WatchedAndDidNotHelp();
        story.State.Status.ShouldBe(IncidentStatus.Waiting);
        story.State.Heals![0].Result.ShouldBe(HealResult.Failed);
        story.Task.Due.ShouldBe(story.State.Heals[0].StartedAt + Healers.Cooldown + TimeSpan.FromSeconds(1));

        story.ComesBack().Proposed(Planned).Approved().Starts().Sends().WatchedAndDidNotHelp();

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldContain("was tried 2 times");
        story.State.Heals!.Select(heal => heal.Result).ShouldBe([HealResult.Failed, HealResult.Failed]);
    }

    [Fact]
    public void In_its_cooldown_it_is_skipped_and_tried_again_when_that_ends()
    {
        var until = Given.Start.AddMinutes(7);
        var story = Proposed().Approved().Denied(CooldownKey, until);

        story.State.Status.ShouldBe(IncidentStatus.Waiting);
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Skipped);
        story.State.Heals![0].Output.ShouldContain("left alone until");
        story.Task.Due.ShouldBe(until.AddSeconds(1));

        story.ComesBack(reportedAgain: true).State.Status.ShouldBe(IncidentStatus.Proposing);
    }

    [Fact]
    public void What_nobody_reports_again_after_its_own_try_is_over()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Waits()).HealBegins().ComesBack();

        story.State.Closing!.How.ShouldBe(ClosedBy.Quiet);
        story.Last.Releases.ShouldContain(ClaimKeys.Open(Exception.Fingerprint));
    }

    [Fact]
    public void Silence_is_no_recovery_where_nothing_was_tried()
    {
        var story = Proposed().Approved().Denied(CooldownKey, Given.Start.AddMinutes(7)).ComesBack();

        story.State.Status.ShouldBe(IncidentStatus.Proposing);
        story.Proposed(Planned).State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
    }

    [Fact]
    public void Silence_is_no_recovery_where_even_waiting_was_denied()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Waits()).Denied(CooldownKey, Given.Start.AddMinutes(7)).ComesBack();

        (story.State.Status, story.Task.Kind).ShouldBe((IncidentStatus.Proposing, TaskKind.Heal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whoever_may_not_be_told_now_gets_it_in_their_hands_at_once(bool cooldown)
    {
        var key = cooldown ? CooldownKey : ClaimKeys.PlaybookTries("dns", Target);
        var story = Story.Open(alert: Exception).Matched(Healers.Tells()).Denied(key, Given.Start.AddHours(4));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldStartWith("Log in again. (Nobody was told now: ");
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Skipped);
    }

    [Fact]
    public void Silence_after_a_try_that_failed_is_no_recovery() =>
        Acting().Sends().WatchedAndDidNotHelp().ComesBack().State.Status.ShouldBe(IncidentStatus.Proposing);

    [Fact]
    public void Silence_of_a_sender_that_says_when_it_is_over_is_no_recovery()
    {
        var story = Story.Open().Matched(Healers.Waits()).HealBegins().ComesBack();

        story.State.Status.ShouldNotBe(IncidentStatus.Resolved);
    }

    [Fact]
    public void Silence_about_what_never_left_is_no_recovery()
    {
        var story = Acting();
        story.Hears(new TaskInput.Sent(story.Task.Id, ExecuteResult.Later("no place"))).Denied(CooldownKey, Given.Start.AddMinutes(9));

        story.ComesBack().State.Status.ShouldNotBe(IncidentStatus.Resolved);
    }

    [Fact]
    public void Used_up_tries_are_for_a_person()
    {
        var story = Proposed().Approved().Denied(ClaimKeys.PlaybookTries("dns", Target), Given.Start.AddHours(20));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldContain("as often as it may");
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Skipped);
    }

    [Fact]
    public void What_cannot_even_be_planned_is_for_a_person_and_in_the_heal_log()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Restarts());
        story.Hears(new TaskInput.ProposalDone(story.Task.Id, [], ["docker.restart: no such container"]));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Heals.ShouldHaveSingleItem().Output.ShouldContain("no such container");
    }

    [Fact]
    public void Whoever_takes_it_over_ends_the_try_that_is_under_way() =>
        Acting().Sends().Hears(new PersonInput.TakeOver(Given.Operator)).State.Heals!.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Failed);

    [Fact]
    public void The_sender_may_say_it_is_over_while_it_waits()
    {
        var story = Story.Open().Matched(Healers.Waits()).HealBegins().Hears(Given.Clears());

        story.State.Closing!.How.ShouldBe(ClosedBy.Sender);
        story.State.Heals![0].Result.ShouldBe(HealResult.Success);
    }

    [Fact]
    public void A_new_diagnosis_is_nobodys_playbook() =>
        Acting().Sends().WatchedAndDidNotHelp().Hears(new PersonInput.Rediagnose(Given.Operator, "")).State.Playbook.ShouldBeNull();

    [Fact]
    public void What_the_target_refused_did_not_heal_whoever_says_later_that_it_is_over()
    {
        var story = Story.Open().Matched(Healers.Restarts()).Proposed(Planned).Approved().Starts()
            .Sends(ExecuteOutcome.NotDone, "conflict", stale: true);
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Failed);
        story.State.Heals![0].Output.ShouldStartWith("conflict\n");

        story.Hears(Given.Clears());

        story.State.Closing!.How.ShouldBe(ClosedBy.Sender);
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Failed);
    }

    [Fact]
    public void What_the_target_refused_gives_its_cooldown_back_so_that_the_next_approved_start_may_leave()
    {
        var story = Acting().Sends(ExecuteOutcome.NotDone, "conflict", stale: true);
        story.Last.Releases.ShouldBe([CooldownKey]);

        story.Proposed(Planned).Approved().Starts();

        story.Last.Claims.ShouldContain(new Claim(CooldownKey, Healers.Cooldown, Once: true));
        story.State.Heals!.Select(heal => heal.Result).ShouldBe([HealResult.Failed, null]);
    }

    [Fact]
    public void What_may_have_happened_keeps_its_cooldown() =>
        Acting().Sends(ExecuteOutcome.NotDone, "no space left").Last.Releases.ShouldBeEmpty();

    [Fact]
    public void A_playbook_gets_no_credit_for_what_a_new_diagnosis_led_to()
    {
        var story = Acting().Sends().Hears(new PersonInput.Rediagnose(Given.Operator, ""));

        var heal = story.State.Heals.ShouldHaveSingleItem();
        (heal.Result, heal.Output).ShouldBe((HealResult.Failed, "patched\nA new diagnosis was asked for."));
    }

    private static Story Proposed() => Story.Open(alert: Exception).Matched(Healers.Restarts()).Proposed(Planned);

    private static Story Acting() => Proposed().Approved().Starts();
}

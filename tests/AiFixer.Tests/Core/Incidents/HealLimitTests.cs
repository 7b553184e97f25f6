using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>How often and when a playbook acts, to the moment.</summary>
public sealed class HealLimitTests
{
    private const string Target = "main/deployment/default/web";

    private static readonly Alert Exception = Given.Alert() with { Source = "exception", NeverClears = true, Target = null };
    private static readonly PlannedAction Planned = Given.Planned(undo: false);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void One_without_a_cooldown_claims_none()
    {
        var story = Opened(Healers.Restarts() with { Cooldown = TimeSpan.Zero }).Proposed(Planned).Approved().Starts();

        story.Last.Claims.ShouldNotContain(claim => claim.Key.StartsWith("cooldown:playbook", StringComparison.Ordinal));
        story.Last.Claims.ShouldContain(new Claim(ClaimKeys.PlaybookTries("dns", Target), TimeSpan.FromHours(24), 2));
    }

    [Fact]
    public void Taking_back_what_it_did_is_no_try_of_its_own()
    {
        var story = Opened(Healers.Restarts()).Proposed(Given.Planned()).Approved().Starts().Sends().WatchedAndDidNotHelp().Starts();

        story.State.Action("a2").UndoOf.ShouldBe("a1");
        story.Last.Claims.ShouldNotContain(claim => claim.Key.Contains("playbook", StringComparison.Ordinal));
        story.State.Heals!.Count.ShouldBe(1);
    }

    [Fact]
    public void A_target_that_refuses_its_last_try_is_not_proposed_for_again()
    {
        var story = Opened(Healers.Restarts(tries: 1)).Proposed(Planned).Approved().Starts().Sends(ExecuteOutcome.NotDone, "The target is gone.", stale: true);

        story.State.Escalation!.Reason.ShouldBe("The playbook DNS was tried 1 times, as often as it may within 24 hours: The target is gone.");
    }

    [Fact]
    public void What_was_never_started_was_never_tried()
    {
        var story = Opened(Healers.Restarts(tries: 1)).Proposed(Planned).Approved();

        story.Hears(new TaskInput.CannotSend(story.Task.Id, "The target is another one now.")).State.Status.ShouldBe(IncidentStatus.Proposing);
    }

    [Fact]
    public void A_target_that_somebody_else_acts_on_is_waited_for_and_no_try_of_the_playbook()
    {
        var story = Opened(Healers.Restarts()).Proposed(Planned).Approved().Denied(ClaimKeys.Cooldown(Given.Target()), Given.Start.AddMinutes(5));

        story.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<ActionPostponed>();
        story.State.Heals.ShouldBeNull();
    }

    [Fact]
    public void What_could_not_be_taken_back_is_for_a_person_and_not_tried_again()
    {
        var story = Opened(Healers.Restarts()).Proposed(Given.Planned()).Approved().Starts().Sends().WatchedAndDidNotHelp()
            .Starts().Sends(ExecuteOutcome.NotDone, "forbidden");

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void When_its_cooldown_is_over_already_it_is_tried_again_at_once()
    {
        var rules = Given.Review with { VerificationTimeout = Healers.Cooldown + Second };
        var story = Opened(Healers.Restarts(), rules).Proposed(Planned).Approved().Starts().Sends().WatchedAndDidNotHelp();

        story.State.Status.ShouldBe(IncidentStatus.Proposing);
    }

    [Fact]
    public void A_moment_before_its_cooldown_is_over_it_waits()
    {
        var rules = Given.Review with { VerificationTimeout = Healers.Cooldown };
        var story = Opened(Healers.Restarts(), rules).Proposed(Planned).Approved().Starts().Sends().WatchedAndDidNotHelp();

        story.State.Status.ShouldBe(IncidentStatus.Waiting);
        story.Task.Due.ShouldBe(story.Now + Second);
    }

    [Theory]
    [InlineData(0, IncidentStatus.Proposing)]
    [InlineData(-1, IncidentStatus.Escalated)]
    public void A_try_of_a_day_ago_does_not_count_any_more(int ticks, IncidentStatus status)
    {
        var rules = Given.Review with { VerificationTimeout = TimeSpan.FromHours(24) + TimeSpan.FromTicks(ticks) };
        var story = Opened(Healers.Restarts(tries: 1) with { Cooldown = TimeSpan.FromHours(30) }, rules).Proposed(Planned).Approved().Starts().Sends()
            .WatchedAndDidNotHelp();

        story.State.Status.ShouldBe(status);
    }

    [Fact]
    public void What_was_skipped_is_no_try()
    {
        var story = Opened(Healers.Restarts(tries: 1)).Proposed(Planned).Approved().Denied(ClaimKeys.PlaybookCooldown("dns", Target), Given.Start.AddMinutes(7));

        story.ComesBack(reportedAgain: true).State.Status.ShouldBe(IncidentStatus.Proposing);
    }

    [Fact]
    public void A_cooldown_whose_end_nobody_knows_is_waited_for_as_long_as_one_lasts() =>
        Opened(Healers.Waits()).Denied(ClaimKeys.PlaybookCooldown("dns", "task/import")).Task.Due.ShouldBe(Given.Start + Healers.Cooldown + Second);

    [Fact]
    public void It_waits_a_second_at_least() =>
        Opened(Healers.Waits()).Denied(ClaimKeys.PlaybookCooldown("dns", "task/import"), Given.Start.AddMinutes(-3)).Task.Due.ShouldBe(Given.Start + Second);

    [Fact]
    public void Whose_target_is_left_alone_is_told_by_its_name()
    {
        var story = Opened(Healers.Waits()).Denied(ClaimKeys.PlaybookCooldown("dns", "task/import"), Given.Start.AddMinutes(7));

        story.State.Heals.ShouldHaveSingleItem().Target.ShouldBe("task/import");
        story.State.Heals![0].Output.ShouldStartWith("The playbook DNS acted on task/import for ");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_the_policys_shadow_mode_nobody_waits_or_is_told_either(bool waits)
    {
        var shadow = Given.Review with { Policy = new PolicyOptions { Mode = PolicyMode.Shadow } };

        Opened(waits ? Healers.Waits() : Healers.Tells(), shadow).State.Status.ShouldBe(IncidentStatus.Diagnosing);
    }

    [Fact]
    public void In_shadow_mode_a_playbook_with_a_plugin_is_proposed_to_be_written_down()
    {
        var story = Opened(Healers.Restarts(mode: PolicyMode.Shadow));

        story.State.Status.ShouldBe(IncidentStatus.Proposing);
        story.State.Heals.ShouldBeNull();
    }

    [Fact]
    public void How_long_the_doing_took_is_told_without_what_was_watched_afterwards()
    {
        var story = Opened(Healers.Restarts()).Proposed(Planned).Approved().Starts().Waits(TimeSpan.FromSeconds(5)).Sends().WatchedAndHelped();

        story.State.Heals![0].DurationMs.ShouldBe(5_000);
    }

    [Fact]
    public void How_long_it_waited_is_told_when_waiting_was_all() =>
        Opened(Healers.Waits()).HealBegins().ComesBack().State.Heals![0].DurationMs.ShouldBe(1_801_000);

    [Fact]
    public void Without_an_answer_it_took_until_it_was_given_up()
    {
        var story = Opened(Healers.Restarts()).Proposed(Planned).Approved().Starts().Waits(TimeSpan.FromSeconds(9)).Sends(ExecuteOutcome.Unknown).BreaksForGood();

        (story.State.Heals![0].Result, story.State.Heals[0].DurationMs).ShouldBe((HealResult.Failed, 9_000));
    }

    [Fact]
    public void What_was_skipped_took_no_time() =>
        Opened(Healers.Tells(PolicyMode.Shadow)).State.Heals!.ShouldHaveSingleItem().DurationMs.ShouldBe(0);

    [Fact]
    public void Lines_of_the_heal_log_are_numbered()
    {
        var story = Opened(Healers.Waits()).HealBegins().ComesBack(reportedAgain: true).HealBegins();

        story.State.Heals!.Select(heal => heal.Number).ShouldBe([1, 2]);
    }

    [Fact]
    public void What_it_was_told_twice_is_written_once()
    {
        var story = Opened(Healers.Restarts()).Proposed(Planned).Approved().Starts().Sends(ExecuteOutcome.NotDone, "The target is gone.", stale: true);

        story.State.Heals![0].Output.ShouldBe("The target is gone.\nThe world had changed: it was refused, and nothing was done.");
    }

    private static Story Opened(PlaybookUse playbook, WorkflowRules? rules = null) => Story.Open(rules, Exception).Matched(playbook);
}

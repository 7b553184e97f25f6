using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>Playbooks that wait or tell somebody, and what their mode means.</summary>
public sealed class WaitingPlaybookTests
{
    private static readonly Alert Exception = Given.Alert() with { Source = "exception", NeverClears = true, Target = null };
    private static readonly PlannedAction Planned = Given.Planned(undo: false);

    [Fact]
    public void Waiting_is_parked_with_a_due_time_and_takes_its_limits()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Waits()).HealBegins();

        (story.State.Status, story.Task.Kind).ShouldBe((IncidentStatus.Waiting, TaskKind.Recheck));
        story.Task.Due.ShouldBe(Given.Start + TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(1));
        story.Last.Claims.ShouldContain(new Claim(ClaimKeys.PlaybookCooldown("dns", "task/import"), Healers.Cooldown, Once: true));
    }

    [Fact]
    public void That_nobody_reports_it_again_after_waiting_is_quiet_and_no_success()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Waits()).HealBegins().ComesBack();

        story.State.Status.ShouldBe(IncidentStatus.Resolved);
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Quiet);
    }

    [Fact]
    public void Waiting_that_did_not_help_waits_again_until_its_tries_are_used_up()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Waits()).HealBegins()
            .ComesBack(reportedAgain: true).HealBegins().ComesBack(reportedAgain: true);

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Heals!.Select(heal => heal.Result).ShouldBe([HealResult.Failed, HealResult.Failed]);
    }

    [Fact]
    public void A_notice_that_was_taken_is_a_success_and_the_trouble_is_a_persons()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Tells()).HealBegins();
        story.Hears(new TaskInput.Noticed(story.Task.Id, "taken", 12));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldBe("Log in again.");
        (story.State.Heals![0].Result, story.State.Heals[0].DurationMs).ShouldBe((HealResult.Success, 12));
    }

    [Fact]
    public void A_notice_that_nobody_takes_is_tried_again_and_never_a_success()
    {
        var story = Story.Open(alert: Exception).Matched(Healers.Tells()).HealBegins();
        story.Breaks();
        story.Task.Attempt.ShouldBe(2);

        story.BreaksForGood();

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Failed);
        story.State.Heals![0].Output.ShouldContain("connection refused");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_shadow_nobody_waits_or_is_told_and_the_incident_goes_the_usual_way(bool waits)
    {
        var story = Story.Open(alert: Exception).Matched(waits ? Healers.Waits(mode: PolicyMode.Shadow) : Healers.Tells(PolicyMode.Shadow));

        story.State.Status.ShouldBe(IncidentStatus.Diagnosing);
        story.State.Heals.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Skipped);
        story.Last.Claims.ShouldNotContain(claim => claim.Key.Contains("playbook", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PolicyMode.Shadow, IncidentStatus.Escalated)]
    [InlineData(PolicyMode.Review, IncidentStatus.AwaitingProposalApproval)]
    [InlineData(PolicyMode.Auto, IncidentStatus.Executing)]
    [InlineData(null, IncidentStatus.Executing)]
    public void Its_mode_holds_where_it_is_stricter_than_the_policys(PolicyMode? mode, IncidentStatus expected) =>
        Story.Open(Given.Auto, Exception).Matched(Healers.Restarts(mode: mode)).Proposed(Planned with { Mode = mode }).State.Status.ShouldBe(expected);

    [Theory]
    [InlineData(PolicyMode.Auto)]
    public void Its_mode_is_never_freer_than_the_policys(PolicyMode mode) =>
        Story.Open(alert: Exception).Matched(Healers.Restarts(mode: mode)).Proposed(Planned with { Mode = mode }).State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
}

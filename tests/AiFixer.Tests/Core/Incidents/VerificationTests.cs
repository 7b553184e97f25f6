using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class VerificationTests
{
    [Fact]
    public void A_fix_is_good_when_the_world_looked_healthy_for_the_whole_window()
    {
        var story = Stories.Verifying().Sees(TargetHealth.Healthy);
        story.Waits(story.Rules.StabilisationWindow).Sees(TargetHealth.Healthy);

        story.State.Status.ShouldBe(IncidentStatus.Resolved);
        story.State.Closing!.How.ShouldBe(ClosedBy.Verification);
        story.State.Verification!.Passed.ShouldBe(true);
    }

    [Fact]
    public void Healthy_at_first_sight_is_not_enough() =>
        Stories.Verifying().Waits(TimeSpan.FromMinutes(5)).Sees(TargetHealth.Healthy).State.Status.ShouldBe(IncidentStatus.Verifying);

    [Fact]
    public void Healthy_for_less_than_the_window_is_not_enough()
    {
        var story = Stories.Verifying().Sees(TargetHealth.Healthy);

        story.Waits(story.Rules.StabilisationWindow - TimeSpan.FromSeconds(1))
            .IsDeafTo(new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Healthy, "fine"));
    }

    [Theory]
    [InlineData(TargetHealth.Unhealthy)]
    [InlineData(TargetHealth.Progressing)]
    [InlineData(TargetHealth.Unknown)]
    public void A_break_in_health_starts_the_window_over(TargetHealth between)
    {
        var story = Stories.Verifying().Sees(TargetHealth.Healthy).Waits(TimeSpan.FromSeconds(30)).Sees(between)
            .Waits(TimeSpan.FromSeconds(10)).Sees(TargetHealth.Healthy);

        story.Waits(TimeSpan.FromSeconds(59)).IsDeafTo(new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Healthy, "fine"));
        story.Waits(TimeSpan.FromSeconds(1)).Sees(TargetHealth.Healthy).State.Status.ShouldBe(IncidentStatus.Resolved);
    }

    [Fact]
    public void Only_a_change_of_health_is_written()
    {
        var story = Stories.Verifying().Sees(TargetHealth.Progressing);

        story.IsDeafTo(new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Progressing, "still rolling"));
        story.Events.OfType<HealthChanged>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Not_healthy_before_the_deadline_is_not_the_end() =>
        Stories.Verifying().Waits(TimeSpan.FromMinutes(9)).Sees(TargetHealth.Unhealthy).State.Status.ShouldBe(IncidentStatus.Verifying);

    [Fact]
    public void Health_that_began_before_the_deadline_gets_its_window()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromSeconds(590)).Sees(TargetHealth.Healthy);

        story.Waits(TimeSpan.FromSeconds(20)).IsDeafTo(new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Healthy, "fine"));
        story.Waits(TimeSpan.FromSeconds(40)).Sees(TargetHealth.Healthy).State.Status.ShouldBe(IncidentStatus.Resolved);
    }

    [Theory]
    [InlineData(TargetHealth.Unhealthy)]
    [InlineData(TargetHealth.Progressing)]
    public void Not_healthy_at_the_deadline_is_taken_back(TargetHealth health)
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10)).Sees(health);

        story.State.Verification!.Passed.ShouldBe(false);
        story.State.Phase.ShouldBe(Phase.Undoing);
    }

    [Fact]
    public void A_world_that_cannot_be_seen_at_the_deadline_is_handed_to_a_person_and_nothing_is_taken_back()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unknown);

        story.State.Verification!.Passed.ShouldBe(false);
        story.State.Escalation!.Reason.ShouldStartWith("Nobody could see whether the fix helped");
        story.Events.OfType<UndoStarted>().ShouldBeEmpty();
    }

    [Fact]
    public void An_alert_that_began_after_the_world_looked_healthy_starts_the_window_over()
    {
        var story = Stories.Verifying().Sees(TargetHealth.Healthy).Waits(TimeSpan.FromSeconds(50));

        story.Hears(Given.Fires(startsAt: story.Now)).State.Verification!.HealthySince.ShouldBeNull();
        story.Sees(TargetHealth.Healthy).Waits(TimeSpan.FromSeconds(20))
            .IsDeafTo(new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Healthy, "fine"));
    }

    [Fact]
    public void A_repeat_of_the_alert_from_before_the_fix_does_not_break_the_window() =>
        Stories.Verifying().Sees(TargetHealth.Healthy).IsDeafTo(Given.Fires());

    [Fact]
    public void What_was_found_stays_when_the_alert_fires_again_after_the_watch_has_ended()
    {
        var story = Stories.Verifying().Hears(Given.Clears()).Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy);

        story.Hears(Given.Fires(startsAt: story.Now)).State.Verification!.Health.ShouldBe(TargetHealth.Unhealthy);
    }
}

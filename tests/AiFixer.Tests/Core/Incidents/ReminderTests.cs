using AiFixer.Core.Incidents;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class ReminderTests
{
    [Fact]
    public void What_is_in_a_persons_hands_reminds_on_a_schedule()
    {
        var story = Stories.Escalated();

        story.ComesDue().ComesDue();

        story.State.Escalation!.Reminders.ShouldBe(2);
        story.Now.ShouldBe(Given.Start + (2 * story.Rules.ReminderInterval));
        story.Task.Due.ShouldBe(story.Now + story.Rules.ReminderInterval);
    }

    [Fact]
    public void The_schedule_starts_over_when_somebody_takes_it()
    {
        var story = Stories.Escalated().Waits(TimeSpan.FromHours(3)).Hears(new PersonInput.TakeOver(Given.Operator));

        story.Task.Due.ShouldBe(story.Now + story.Rules.ReminderInterval);
    }

    [Fact]
    public void A_reminder_after_a_long_silence_comes_once()
    {
        var story = Stories.Escalated().Waits(TimeSpan.FromDays(3)).ComesDue();

        story.State.Escalation!.Reminders.ShouldBe(1);
        story.Task.Due.ShouldBe(story.Now + story.Rules.ReminderInterval);
    }
}

using AiFixer.Core;
using AiFixer.Engine.Scheduling;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Engine.Scheduling;

public sealed class RechecksTests
{
    [Fact]
    public void A_look_is_due_when_its_time_has_come_and_only_once()
    {
        var time = new ManualTime();
        var rechecks = new Rechecks(time);
        rechecks.Add(new("late"), TimeSpan.FromSeconds(2));
        rechecks.Add(new("soon"), TimeSpan.FromSeconds(1));

        rechecks.TakeDue().ShouldBeEmpty();
        time.Advance(TimeSpan.FromSeconds(1));
        rechecks.TakeDue().ShouldBe([new IncidentId("soon")]);
        time.Advance(TimeSpan.FromSeconds(1));
        rechecks.TakeDue().ShouldBe([new IncidentId("late")]);
        rechecks.TakeDue().ShouldBeEmpty();
    }
}

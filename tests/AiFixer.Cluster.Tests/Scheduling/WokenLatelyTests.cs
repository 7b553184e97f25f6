using AiFixer.Core;
using AiFixer.Grains.Scheduling;

namespace AiFixer.Cluster.Tests.Scheduling;

public sealed class WokenLatelyTests
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly IncidentId one = new("INC-20260101-00000001");
    private readonly IncidentId other = new("INC-20260101-00000002");
    private readonly WokenLately woken = new(Rest);

    [Fact]
    public void What_was_woken_rests_and_is_woken_again_when_it_is_still_due()
    {
        woken.Choose([one], Now).ShouldBe([one]);
        woken.Woken(one, Now);

        woken.Choose([one, other], Now + (Rest / 2)).ShouldBe([other]);
        woken.Choose([one, other], Now + Rest).ShouldBe([one, other]);
    }

    [Fact]
    public void What_becomes_due_anew_does_not_rest()
    {
        woken.Choose([one], Now);
        woken.Woken(one, Now);
        woken.Choose([], Now);

        woken.Choose([one], Now).ShouldBe([one]);
    }

    [Fact]
    public void A_clock_that_was_set_back_keeps_nothing_asleep()
    {
        woken.Choose([one], Now);
        woken.Woken(one, Now);

        woken.Choose([one], Now - TimeSpan.FromMinutes(5)).ShouldBe([one]);
    }
}

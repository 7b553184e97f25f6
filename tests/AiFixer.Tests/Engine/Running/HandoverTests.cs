using AiFixer.Core;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Running;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Running;

public sealed class HandoverTests
{
    private static readonly Held Opened = new(Story.Open().State, 1, "d1");
    private readonly HeldCache cache = new(2);
    private readonly Homes homes = new();
    private readonly Handover handover;

    public HandoverTests() => handover = new(cache, homes);

    private static IncidentId Id => Opened.State.Id;

    [Fact]
    public void What_is_at_work_here_is_kept()
    {
        handover.Give(Opened);
        homes.Enter(Id);
        handover.Settle(Id);

        cache.Find(Id).ShouldBe(Opened);
    }

    [Fact]
    public void What_is_at_work_elsewhere_takes_no_room()
    {
        handover.Give(Opened);
        homes.Enter(new("INC-other"));
        handover.Settle(Id);

        cache.Find(Id).ShouldBeNull();
    }
}

using AiFixer.Core;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Simulation.Nodes;

/// <summary>Wakes an incident where it is, without waiting for it.</summary>
internal sealed class PlacementWaker(Placement placement, ClusterNode node, Handover handover) : IWaker
{
    public void Wake(IncidentId id, WorkPlace place, long version) => _ = WakeAsync(id, place, version);

    private async Task WakeAsync(IncidentId id, WorkPlace place, long version)
    {
        try
        {
            await placement.CallAsync(node, id, home => home.WakeAsync(id, place, version));
        }
        catch (JournalUnavailableException)
        {
            // Its due time does it.
        }
        finally
        {
            handover.Settle(id);
        }
    }
}

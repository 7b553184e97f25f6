using AiFixer.Core;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;

namespace AiFixer.Simulation.Nodes;

/// <summary>Wakes an incident where it is, without waiting for it.</summary>
internal sealed class PlacementWaker(Placement placement, ClusterNode node) : IWaker
{
    public void Wake(IncidentId id) => _ = WakeAsync(id);

    private async Task WakeAsync(IncidentId id)
    {
        try
        {
            await placement.CallAsync(node, id, home => home.WakeAsync(id));
        }
        catch (JournalUnavailableException)
        {
            // Its due time does it.
        }
    }
}

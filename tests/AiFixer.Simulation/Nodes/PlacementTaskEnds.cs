using AiFixer.Core;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using AiFixer.Engine.Tasks;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Simulation.Nodes;

/// <summary>Takes a result to where its incident is at work by now, and writes it here when nobody takes it there.</summary>
internal sealed class PlacementTaskEnds(ITaskEnds here, Homes homes, Placement placement, ClusterNode node, IHostApplicationLifetime lifetime) : ITaskEnds
{
    public async Task<Held?> EndAsync(IncidentId id, TaskStep.Tell result, CancellationToken cancellationToken) =>
        MustStay(id) || !await TakeThereAsync(id, result)
            ? await here.EndAsync(id, result, cancellationToken)
            : null;

    private bool MustStay(IncidentId id) => homes.Has(id) || lifetime.ApplicationStopping.IsCancellationRequested;

    private async Task<bool> TakeThereAsync(IncidentId id, TaskStep.Tell result)
    {
        try
        {
            return await placement.CallAsync(node, id, home => home.FinishAsync(id, result));
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }
}

using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;

namespace AiFixer.Simulation.Nodes;

/// <summary>The cluster as its gateway sees it: alerts are taken here, decisions go where their incident is.</summary>
internal sealed class ClusterDoor(EngineNode engine, Placement placement, ClusterNode node) : IIncidentHost
{
    private const int MostTries = 5;

    public Task<IReadOnlyList<ReportReceipt>> ReportAsync(IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken) =>
        engine.ReportAsync(alerts, cancellationToken);

    public async Task<TellReceipt> TellAsync(IncidentId id, PersonInput input, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await placement.CallAsync(node, id, home => home.TellAsync(id, input)) is { } receipt)
                return receipt;
        }

        return new TellReceipt.Busy("The incident is being changed by others.");
    }

    public IAsyncEnumerable<IncidentChange> ChangesAsync(IncidentId? only, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody watches here.");
}

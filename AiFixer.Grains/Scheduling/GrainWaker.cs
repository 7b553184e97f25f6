using AiFixer.Core;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Scheduling;
using AiFixer.Grains.Incidents;
using Microsoft.Extensions.Logging;

namespace AiFixer.Grains.Scheduling;

/// <summary>Wakes an incident's grain without waiting for it; what is not reached is due soon all the same.</summary>
internal sealed partial class GrainWaker(IGrainFactory grains, Handover handover, ILogger<GrainWaker> logger) : IWaker
{
    private int pending;

    /// <summary>How many are on their way.</summary>
    public int Pending => Volatile.Read(ref pending);

    public void Wake(IncidentId id, WorkPlace place, long version)
    {
        Interlocked.Increment(ref pending);
        _ = WakeAsync(id, place, version);
    }

    private async Task WakeAsync(IncidentId id, WorkPlace place, long version)
    {
        try
        {
            PlaceLabel.Attach(place);
            VersionLabel.Attach(version);
            await grains.GetGrain<IIncidentGrain>(id.Value).WakeAsync();
        }
        catch (Exception e)
        {
            NotWoken(id, e.Message);
        }
        finally
        {
            handover.Settle(id);
            Interlocked.Decrement(ref pending);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Incident} could not be woken; its due time does it: {Reason}")]
    private partial void NotWoken(IncidentId incident, string reason);
}

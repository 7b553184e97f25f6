using AiFixer.Core.Ports;

namespace AiFixer.Engine.Leasing;

/// <summary>A process that runs incidents takes something while it has its lease.</summary>
internal sealed class LeaseReadiness(ILeaseView lease) : IHostReadiness
{
    public NotReady? Problem =>
        lease.ValidFor > TimeSpan.Zero ? null : new("no lease", "held by another process, or not reached");
}

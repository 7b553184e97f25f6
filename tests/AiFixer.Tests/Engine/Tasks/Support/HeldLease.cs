using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Tasks.Support;

internal sealed class HeldLease : ILeaseView
{
    public string Id { get; set; } = "ours";

    public TimeSpan ValidFor { get; set; } = TimeSpan.FromSeconds(10);
}

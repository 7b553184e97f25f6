using AiFixer.Core.Ports;

namespace AiFixer.Tests.Gateway;

/// <summary>A lease that is held until the test says otherwise.</summary>
internal sealed class FakeLease : ILeaseView
{
    public string Id => "ours";

    public TimeSpan ValidFor { get; set; } = TimeSpan.FromSeconds(10);
}

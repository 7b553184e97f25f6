using AiFixer.Core.Ports;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>
/// Two clusters on one store that know nothing of each other, as after a network split: every incident that is due has an
/// activation in each.
/// </summary>
internal sealed class SplitCluster(HostParts parts) : IRunningHost
{
    private readonly TestCluster one = new(parts, silos: 1);
    private readonly TestCluster other = new(parts, silos: 1);
    private int asked;

    /// <summary>Senders and people reach now the one, now the other.</summary>
    public IIncidentHost Host => Interlocked.Increment(ref asked) % 2 == 0 ? one.Host : other.Host;

    public Task Died => one.Died;

    public Task StartAsync() => Task.WhenAll(one.StartAsync(), other.StartAsync());

    public async Task SettleAsync()
    {
        await one.SettleAsync();
        await other.SettleAsync();
    }

    public async Task NoticeTimeAsync(Action advance)
    {
        advance();
        await Task.WhenAll(one.BeatAsync(), other.BeatAsync());
    }

    public Task StopAsync() => Task.WhenAll(one.StopAsync(), other.StopAsync());
}

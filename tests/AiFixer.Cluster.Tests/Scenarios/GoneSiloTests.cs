using AiFixer.Cluster.Tests.Hosts;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Cluster.Tests.Scenarios;

/// <summary>On a busy machine silos may take one of them for dead that only was slow; it then ends by itself.</summary>
public sealed class GoneSiloTests
{
    [Fact]
    public async Task The_others_go_on_without_one_that_was_taken_for_dead()
    {
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        await using var store = new MemoryStore(time, isShared: true);
        var cluster = new TestCluster(await PlainParts.NewAsync(store, time), silos: 2);
        await cluster.StartAsync();
        var gone = cluster.Silos[0];

        await gone.DisposeAsync();

        gone.IsGone.ShouldBeTrue();
        await cluster.BeatAsync();
        await cluster.SettleAsync();
        await cluster.StopAsync();
    }
}

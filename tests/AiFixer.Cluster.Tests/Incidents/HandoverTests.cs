using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Running;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Cluster.Tests.Incidents;

/// <summary>The silo that takes an alert mostly is where its incident is at work.</summary>
public sealed class HandoverTests : IAsyncLifetime
{
    private readonly ManualTime time = new(TimeProvider.System.GetUtcNow());
    private readonly SlowAnalyst analyst = new();
    private readonly WatchedStore store;
    private TestCluster? cluster;

    public HandoverTests() => store = new(new MemoryStore(time, isShared: true));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var parts = await PlainParts.NewAsync(store, time, EngineSettings.Review);
        cluster = new(parts with { Analyst = analyst.Around }, silos: 2);
        await cluster.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        analyst.Answer();
        await cluster!.StopAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task What_was_opened_where_it_is_at_work_is_not_read()
    {
        analyst.Answer();
        var receipts = await cluster!.Silos[0].Get<EngineNode>().ReportAsync([Alerts.Firing("a", time.GetUtcNow())], Stop);
        await cluster.SettleAsync();

        cluster.Silos[0].Get<Homes>().Has(receipts[0].Incident!.Value).ShouldBeTrue();
        store.Asked.Count.ShouldBeGreaterThan(2);
        store.Loads.ShouldBe(0);
    }

    [Fact]
    public async Task What_another_silo_writes_of_it_while_it_is_worked_on_is_read()
    {
        var alert = Alerts.Firing("a", time.GetUtcNow());
        var id = (await cluster!.Silos[0].Get<EngineNode>().ReportAsync([alert], Stop))[0].Incident!.Value;
        await analyst.Asked;

        var cleared = await cluster.Silos[1].Get<EngineNode>().ReportAsync([alert with { Firing = false }], Stop);

        cleared[0].Outcome.ShouldBe(ReportOutcome.Cleared);
        await Eventually.TrueAsync(
            async () => (await cluster.Silos[0].Get<IncidentRunner>().FindAsync(id, Stop))!.State.Status == IncidentStatus.Resolved,
            "it is known where it is at work",
            cancellation: Stop);
        analyst.Answer();
        await cluster.SettleAsync();
    }
}

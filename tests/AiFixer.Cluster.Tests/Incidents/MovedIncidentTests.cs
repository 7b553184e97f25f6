using System.Collections.Immutable;
using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Cluster.Tests.Incidents;

/// <summary>A long task runs on one silo while its incident moves to another.</summary>
public sealed class MovedIncidentTests : IAsyncLifetime
{
    private readonly ManualTime time = new(TimeProvider.System.GetUtcNow());
    private readonly SlowAnalyst analyst = new();
    private readonly WatchedStore store;
    private TestCluster? cluster;

    public MovedIncidentTests() => store = new(new MemoryStore(time, isShared: true));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var parts = await PlainParts.NewAsync(store, time, EngineSettings.Review);
        cluster = new(parts with { Analyst = analyst.Around }, silos: 2);
        await cluster.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await cluster!.StopAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Its_result_is_written_where_the_incident_is_by_then_and_once()
    {
        var receipts = await cluster!.Host.ReportAsync([Alerts.Firing("a", time.GetUtcNow())], Stop);
        var id = receipts[0].Incident!.Value;
        await analyst.Asked;

        var home = await cluster.MoveAsync(id);
        analyst.Answer();
        await cluster.SettleAsync();

        var written = store.Asked.Where(one => Events(one.Append).OfType<Diagnosed>().Any()).ShouldHaveSingleItem();
        written.Verdict.ShouldBeOfType<AppendVerdict.Stored>();
        written.Lease.ShouldBe(home.Get<ILease>().Id);
        store.Asked.ShouldNotContain(one => one.Verdict is AppendVerdict.Stale);
    }

    [Fact]
    public async Task A_click_that_came_meanwhile_counts_and_the_result_changes_nothing_any_more()
    {
        var receipts = await cluster!.Host.ReportAsync([Alerts.Firing("a", time.GetUtcNow())], Stop);
        var id = receipts[0].Incident!.Value;
        await analyst.Asked;

        var home = await cluster.MoveAsync(id);
        (await cluster.Host.TellAsync(id, new PersonInput.TakeOver(Drama.Ben), Stop)).ShouldBeOfType<TellReceipt.Accepted>();
        analyst.Answer();
        await cluster.SettleAsync();

        store.Asked.ShouldNotContain(one => Events(one.Append).OfType<Diagnosed>().Any());
        (await home.Get<IJournal>().LoadAsync(id, Stop))!.Row.Status.ShouldBe(IncidentStatus.Escalated);
        home.Get<Homes>().Has(id).ShouldBeTrue();
    }

    private static ImmutableList<IncidentEvent> Events(Append append) => IncidentJson.ReadEntry(append.Entry).Events;
}

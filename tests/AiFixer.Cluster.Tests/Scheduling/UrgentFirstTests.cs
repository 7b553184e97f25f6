using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Cluster.Tests.Incidents;
using AiFixer.Core;
using AiFixer.Engine.Scheduling;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Cluster.Tests.Scheduling;

/// <summary>A silo with one worker that is busy, while more and more comes in.</summary>
public sealed class UrgentFirstTests : IAsyncLifetime
{
    private readonly ManualTime time = new(TimeProvider.System.GetUtcNow());
    private readonly SlowAnalyst analyst = new();
    private readonly WatchedStore store;
    private TestCluster? cluster;

    public UrgentFirstTests() => store = new(new MemoryStore(time, isShared: true));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var parts = await PlainParts.NewAsync(store, time, EngineSettings.Review);
        cluster = new(parts with { Analyst = analyst.Around, Options = parts.Options with { Workers = 1 } }, silos: 1);
        await cluster.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await cluster!.StopAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task What_is_critical_goes_before_all_that_waited_longer()
    {
        var first = await ReportAsync("busy", Severity.P2);
        await analyst.Asked;
        var waiting = new List<IncidentId> { await ReportAsync("a", Severity.P2), await ReportAsync("b", Severity.P2) };
        var critical = await ReportAsync("c", Severity.P0);

        await Until.TrueAsync(() => cluster!.Silos[0].Get<WorkQueue>().Count == 4, "all wait for the worker");
        analyst.Answer();
        await cluster!.SettleAsync();

        analyst.Seen.Take(2).ShouldBe([first, critical]);
        analyst.Seen.Skip(2).ShouldBe(waiting, ignoreOrder: true);
    }

    private async Task<IncidentId> ReportAsync(string account, Severity severity)
    {
        var receipts = await cluster!.Host.ReportAsync([Alerts.Firing(account, time.GetUtcNow(), severity: severity)], Stop);
        return receipts[0].Incident!.Value;
    }
}

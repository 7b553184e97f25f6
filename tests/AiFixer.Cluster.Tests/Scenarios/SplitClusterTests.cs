using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Scenarios;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Cluster.Tests.Scenarios;

/// <summary>Two activations of every incident: versions, claims and leases see to it that one acts.</summary>
public sealed class SplitClusterTests
{
    public static TheoryData<string> Names => AllScenarios.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task With_two_activations_of_each_incident_one_acts(string scenario)
    {
        var outcome = await Stage.PlayAsync(
            AllScenarios.Named(scenario), time => new MemoryStore(time, isShared: true), parts => new SplitCluster(parts));

        outcome.Broken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Append")]
    [InlineData("Set")]
    public async Task With_two_activations_on_the_brink_of_the_same_call_one_makes_it(string fix)
    {
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        await using var store = new WatchedStore(new MemoryStore(time, isShared: true));
        var brink = new Brink(2);
        store.Before = append => brink.PassAsync(IncidentJson.ReadEntry(append.Entry).Events.Any(happened => happened is ActionStarted));
        var parts = await PlainParts.NewAsync(store, time);
        var cluster = new SplitCluster(parts);
        await cluster.StartAsync();

        await cluster.Host.ReportAsync([Alerts.Firing("a", time.GetUtcNow(), fix)], TestContext.Current.CancellationToken);
        await brink.First;
        await cluster.NoticeTimeAsync(() => time.Advance(EngineSettings.Turn));
        await brink.All;
        await cluster.SettleAsync();

        parts.Sendings.Count.ShouldBe(1);
        parts.Ledger.Effects.ShouldHaveSingleItem();
        store.Asked.Count(one => one.Verdict is AppendVerdict.Stale && IncidentJson.ReadEntry(one.Append.Entry).Events.Any(happened => happened is ActionStarted)).ShouldBe(1);
        await cluster.StopAsync();
    }
}

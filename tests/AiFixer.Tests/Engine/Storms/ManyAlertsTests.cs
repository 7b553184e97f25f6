using System.Diagnostics;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Running;
using AiFixer.Engine.Tasks;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Reporting;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.Tasks.Support;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Tests.Engine.Storms;

[Collection(AloneCollection.Name)]
public sealed class ManyAlertsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Piece = 2_000;
    private const long MostGrowth = 32 << 20;
    private readonly ManualTime time = new(TimeProvider.System.GetUtcNow());
    private SqliteStore store = null!;
    private IOpenStore open = null!;
    private IncidentRunner runner = null!;
    private AlertReporter reporter = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = new(time);
        open = await store.OpenAsync();
        await open.Lease.AcquireAsync(Stop);
        var options = new EngineOptions();
        var writer = new IncidentWriter(open.Journal, EngineSettings.Review, options, time);
        runner = new(open.Journal, writer, new HeldCache(4096), new DeafSink(), options);
        reporter = Reporters.Of(open.Journal, writer, runner, EngineSettings.Review, options, time);
    }

    public async ValueTask DisposeAsync()
    {
        await open.EndAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Repeats_without_end_are_counted_in_the_memory_of_one()
    {
        var count = StormSize.Or(20_000);
        var incident = (await reporter.ReportAsync([Firing("a", "first")], Stop))[0].Incident!.Value;
        await RepeatAsync(Piece, "warm-up");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var begin = Stopwatch.GetTimestamp();

        for (var sent = 0; sent < count; sent += Piece)
            await RepeatAsync(Piece, $"{sent}");

        var elapsed = Stopwatch.GetElapsedTime(begin);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{count} repeats in {elapsed}, {growth} bytes more");
        growth.ShouldBeLessThan(MostGrowth);
        var stored = (await open.Journal.LoadAsync(incident, Stop)).ShouldNotBeNull();
        (stored.Repeats, stored.Version).ShouldBe((count + Piece, 1));
    }

    [Fact]
    public async Task A_huge_group_is_one_investigation_and_ends_with_it()
    {
        var count = Math.Min(StormSize.Or(4_000), 50_000);
        var leader = (await reporter.ReportAsync([Firing("leader", "1")], Stop))[0].Incident!.Value;
        for (var sent = 0; sent < count; sent += Piece)
            (await reporter.ReportAsync([.. Enumerable.Range(sent, Piece).Select(i => Firing($"a{i}", "1"))], Stop)).ShouldAllBe(one => one.Outcome == ReportOutcome.Opened);
        (await open.Journal.LoadAsync(leader, Stop)).ShouldNotBeNull().Followers.ShouldBe(count);

        await runner.TellAsync(leader, new PersonInput.Ignore(Drama.Ben, "a drill"), Stop);
        var closed = (await runner.FindAsync(leader, Stop))!.State;
        var step = await new TellGroupHandler(runner, open.Queries).RunAsync(closed, closed.Task!, Stop);

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.GroupTold>();
        (await open.Queries.CountAsync(Stop)).ShouldBe(new Dictionary<IncidentStatus, long> { [IncidentStatus.Ignored] = count + 1 });
        (await open.Journal.DueAsync(time.GetUtcNow().AddDays(1), 10, null, Stop)).ShouldHaveSingleItem().Id.ShouldBe(leader);
    }

    private async Task RepeatAsync(int count, string delivery)
    {
        var receipts = await reporter.ReportAsync([.. Enumerable.Range(0, count).Select(i => Firing("a", $"{delivery}/{i}"))], Stop);
        receipts.ShouldAllBe(one => one.Outcome == ReportOutcome.Repeated);
    }

    private IncomingAlert Firing(string account, string delivery) => Alerts.Firing(account, time.GetUtcNow(), delivery: delivery, group: "g");
}

using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Running;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.Tasks.Support;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Tests.Engine.Reporting;

public sealed class GroupReportingTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private readonly MemoryStore store;
    private readonly MemoryOpenStore open;

    public GroupReportingTests()
    {
        store = new(time);
        open = new MemoryOpenStore(store);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => time.GetUtcNow();

    public async ValueTask InitializeAsync() => await open.Lease.AcquireAsync(Stop);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task The_first_of_a_group_leads_and_the_others_follow_it()
    {
        var reporter = Process();
        var leader = await ReportAsync(reporter, "a");

        await ReportAsync(reporter, "b");
        await ReportAsync(reporter, "c", severity: Severity.P1);

        store.Incidents[leader].Followers.ShouldBe(2);
        store.Incidents[leader].Row.Severity.ShouldBe(Severity.P1);
        store.Incidents.Values.Count(one => one.Row.Leader == leader && one.Row.Status == IncidentStatus.Waiting).ShouldBe(2);
    }

    [Fact]
    public async Task A_process_that_knows_nothing_of_the_group_finds_its_leader_by_the_claim()
    {
        var leader = await ReportAsync(Process(), "a");

        var follower = await ReportAsync(Process(), "b");

        store.Incidents[follower].Row.Leader.ShouldBe(leader);
    }

    [Fact]
    public async Task An_alert_about_the_same_target_follows_without_any_group()
    {
        var reporter = Process();
        var leader = await ReportAsync(reporter, Firing("a", group: null));

        var other = Firing("a", group: null, delivery: "other");
        var follower = await ReportAsync(reporter, other with { Alert = other.Alert with { Fingerprint = "another trouble of a" } });

        store.Incidents[follower].Row.Leader.ShouldBe(leader);
    }

    [Fact]
    public async Task Of_many_at_once_one_leads()
    {
        var receipts = await Process().ReportAsync([.. Enumerable.Range(0, 300).Select(i => Firing($"a{i}"))], Stop);

        receipts.ShouldAllBe(receipt => receipt.Outcome == ReportOutcome.Opened);
        var leader = store.Incidents.Values.Single(one => one.Row.Leader is null);
        leader.Followers.ShouldBe(299);
        store.Entries[leader.Id].Count.ShouldBe(2);
    }

    [Fact]
    public async Task Repeats_of_a_whole_group_are_counted_each_on_its_own()
    {
        var alerts = Enumerable.Range(0, 50).Select(i => Firing($"a{i}")).ToList();
        await Process().ReportAsync(alerts, Stop);

        var again = await Process().ReportAsync([.. alerts.Select(alert => alert with { InboxKey = alert.InboxKey + "/again" })], Stop);

        again.ShouldAllBe(receipt => receipt.Outcome == ReportOutcome.Repeated);
        store.Incidents.Values.ShouldAllBe(one => one.Repeats == 1);
    }

    [Fact]
    public async Task A_critical_one_waits_for_nobody()
    {
        var reporter = Process();
        await ReportAsync(reporter, "a");

        var critical = await ReportAsync(reporter, "b", severity: Severity.P0);

        store.Incidents[critical].Row.ShouldSatisfyAllConditions(
            row => row.Leader.ShouldBeNull(), row => row.Status.ShouldBe(IncidentStatus.Triaging));
    }

    [Fact]
    public async Task After_the_window_the_next_one_leads()
    {
        var reporter = Process();
        await ReportAsync(reporter, "a");
        await WindowAsync();

        var next = await ReportAsync(reporter, "b");

        store.Incidents[next].Row.Leader.ShouldBeNull();
    }

    [Fact]
    public async Task The_window_is_the_stores_and_no_clock_that_is_set_back_lengthens_or_shortens_it()
    {
        var skewed = new SetBackTime(time);
        var reporter = Process(skewed);
        var leader = await ReportAsync(reporter, "a");
        skewed.By = TimeSpan.FromHours(-1);

        var follower = await ReportAsync(reporter, "b");
        await WindowAsync();
        var next = await ReportAsync(reporter, "c");

        store.Incidents[follower].Row.Leader.ShouldBe(leader);
        store.Incidents[next].Row.Leader.ShouldBeNull();
    }

    [Fact]
    public async Task Two_alerts_of_one_fingerprint_are_one_incident_that_is_over_when_both_are()
    {
        var reporter = Process();
        var (one, two) = (Firing("a"), Firing("a", delivery: "2"));
        two = two with { Alert = two.Alert with { Name = "Something else", Instance = "another", Summary = "quite another thing" } };

        var incident = await ReportAsync(reporter, one);
        (await reporter.ReportAsync([two], Stop))[0].ShouldBe(new ReportReceipt(ReportOutcome.Repeated, incident));
        await reporter.ReportAsync([one with { Firing = false }], Stop);
        store.Incidents[incident].Row.Status.IsOpen().ShouldBeTrue();

        await reporter.ReportAsync([two with { Firing = false }], Stop);
        store.Incidents[incident].Row.Status.ShouldBe(IncidentStatus.Resolved);
    }

    private async Task WindowAsync()
    {
        time.Advance(EngineSettings.Review.Grouping.Window);
        await open.Lease.AcquireAsync(Stop);
    }

    private AlertReporter Process(TimeProvider? clock = null)
    {
        var options = new EngineOptions();
        var writer = new IncidentWriter(open.Journal, EngineSettings.Review, options, clock ?? time);
        var runner = new IncidentRunner(open.Journal, writer, new HeldCache(0), new DeafSink(), new());
        return Reporters.Of(open.Journal, writer, runner, EngineSettings.Review, options, clock ?? time);
    }

    private IncomingAlert Firing(string account, string? group = "g", string delivery = "1", Severity severity = Severity.P2) =>
        Alerts.Firing(account, Now, delivery: delivery, severity: severity, group: group);

    private Task<IncidentId> ReportAsync(AlertReporter reporter, string account, Severity severity = Severity.P2) =>
        ReportAsync(reporter, Firing(account, severity: severity));

    private static async Task<IncidentId> ReportAsync(AlertReporter reporter, IncomingAlert alert) =>
        (await reporter.ReportAsync([alert], Stop))[0].Incident!.Value;

    private sealed class SetBackTime(TimeProvider inner) : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + By;

        public override long GetTimestamp() => inner.GetTimestamp();
    }
}

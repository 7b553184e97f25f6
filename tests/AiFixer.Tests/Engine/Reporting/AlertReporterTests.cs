using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Running;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.Tasks.Support;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Tests.Engine.Reporting;

public sealed class AlertReporterTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private readonly EngineOptions options = new();
    private readonly MemoryStore store;
    private readonly IncidentRunner runner;
    private readonly AlertReporter reporter;
    private readonly MemoryOpenStore open;

    public AlertReporterTests()
    {
        store = new(time);
        open = new MemoryOpenStore(store);
        var writer = new IncidentWriter(open.Journal, EngineSettings.Review, options, time);
        runner = new(open.Journal, writer, new HeldCache(0), new DeafSink(), new());
        reporter = Reporters.Of(open.Journal, writer, runner, EngineSettings.Review, options, time);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => time.GetUtcNow();

    public async ValueTask InitializeAsync() => await open.Lease.AcquireAsync(Stop);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task The_first_alert_opens_an_incident_and_the_same_again_is_counted_on_it()
    {
        var opened = await ReportAsync(Alerts.Firing("a", Now));
        var repeated = await ReportAsync(Alerts.Firing("a", Now, delivery: "2"));
        var redelivered = await ReportAsync(Alerts.Firing("a", Now));

        opened.Outcome.ShouldBe(ReportOutcome.Opened);
        repeated.ShouldBe(new ReportReceipt(ReportOutcome.Repeated, opened.Incident));
        redelivered.ShouldBe(repeated);
        var stored = store.Incidents[opened.Incident!.Value];
        (stored.Repeats, stored.Version).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Over_is_told_to_the_incident_if_there_is_one()
    {
        var opened = await ReportAsync(Alerts.Firing("a", Now));

        (await ReportAsync(Alerts.Resolved("b", Now))).ShouldBe(new ReportReceipt(ReportOutcome.NothingToClear));
        (await ReportAsync(Alerts.Resolved("a", Now))).ShouldBe(new ReportReceipt(ReportOutcome.Cleared, opened.Incident));
        (await ReportAsync(Alerts.Resolved("a", Now))).Outcome.ShouldBe(ReportOutcome.NothingToClear);
    }

    [Fact]
    public async Task Trouble_after_the_end_is_another_incident()
    {
        var first = await ReportAsync(Alerts.Firing("a", Now));
        await ReportAsync(Alerts.Resolved("a", Now));

        var second = await ReportAsync(Alerts.Firing("a", Now, delivery: "2"));

        second.Outcome.ShouldBe(ReportOutcome.Opened);
        second.Incident.ShouldNotBe(first.Incident);
    }

    [Fact]
    public async Task A_delivery_that_joined_opens_nothing_when_it_comes_again_after_the_end()
    {
        var opened = await ReportAsync(Alerts.Firing("a", Now));
        var joining = Another(Alerts.Firing("a", Now, delivery: "2"));
        (await ReportAsync(joining)).ShouldBe(new ReportReceipt(ReportOutcome.Repeated, opened.Incident));
        (await StateAsync(opened)).Firing.Count.ShouldBe(2);
        await runner.TellAsync(opened.Incident!.Value, new PersonInput.Ignore(Given.Operator, "known"), Stop);

        (await ReportAsync(joining)).ShouldBe(new ReportReceipt(ReportOutcome.Duplicate, opened.Incident));

        store.Incidents.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Many_are_answered_in_the_order_in_which_they_came()
    {
        var alerts = Enumerable.Range(0, 600).Select(i => i % 2 == 0 ? Alerts.Firing($"a{i}", Now) : Alerts.Resolved($"a{i}", Now)).ToList();

        var receipts = await reporter.ReportAsync(alerts, Stop);

        receipts.Select(receipt => receipt.Outcome).ShouldBe(
            alerts.Select(alert => alert.Firing ? ReportOutcome.Opened : ReportOutcome.NothingToClear));
        receipts.Where(receipt => receipt.Incident is not null).ShouldAllBe(receipt => store.Incidents.ContainsKey(receipt.Incident!.Value));
    }

    [Fact]
    public async Task Without_the_lease_it_is_busy()
    {
        store.Leases.Clear();

        (await ReportAsync(Alerts.Firing("a", Now))).Outcome.ShouldBe(ReportOutcome.Busy);
    }

    /// <summary>A sender that goes on a little after a verified fix only has not noticed yet.</summary>
    [Theory]
    [InlineData(0, ReportOutcome.Duplicate)]
    [InlineData(1, ReportOutcome.Opened)]
    public async Task The_same_delivery_after_a_verified_fix_is_trouble_again_once_the_grace_is_over(int late, ReportOutcome expected)
    {
        var opened = await ReportAsync(Alerts.Firing("a", Now));
        await FixAsync(opened);

        await PassAsync(options.StillFiringGrace + TimeSpan.FromTicks(late));

        (await ReportAsync(Alerts.Firing("a", Now))).Outcome.ShouldBe(expected);
    }

    [Fact]
    public async Task A_delivery_that_its_sender_named_opens_nothing_again_within_a_day()
    {
        var named = Alerts.Firing("a", Now) with { Named = true };
        var opened = await ReportAsync(named);
        await FixAsync(opened);

        await PassAsync(TimeSpan.FromHours(23));
        (await ReportAsync(named)).ShouldBe(new ReportReceipt(ReportOutcome.Duplicate, opened.Incident));
        await PassAsync(TimeSpan.FromHours(1));
        (await ReportAsync(named)).Outcome.ShouldBe(ReportOutcome.Opened);
    }

    [Fact]
    public async Task A_named_delivery_that_changed_an_incident_opens_no_other_within_a_day()
    {
        var opened = await ReportAsync(Alerts.Firing("a", Now, severity: Severity.P2));
        var worse = Alerts.Firing("a", Now, severity: Severity.P1) with { Named = true, InboxKey = "worse" };
        (await ReportAsync(worse)).Outcome.ShouldBe(ReportOutcome.Repeated);
        await FixAsync(opened);

        await PassAsync(TimeSpan.FromHours(23));

        (await ReportAsync(worse)).ShouldBe(new ReportReceipt(ReportOutcome.Duplicate, opened.Incident));
    }

    [Fact]
    public async Task A_named_delivery_that_was_only_counted_opens_no_other_within_a_day()
    {
        var opened = await ReportAsync(Alerts.Firing("a", Now));
        var again = Alerts.Firing("a", Now) with { Named = true, InboxKey = "again" };
        (await ReportAsync(again)).Outcome.ShouldBe(ReportOutcome.Repeated);
        await FixAsync(opened);

        await PassAsync(TimeSpan.FromHours(23));

        (await ReportAsync(again)).ShouldBe(new ReportReceipt(ReportOutcome.Duplicate, opened.Incident));
    }

    [Fact]
    public void What_has_a_key_of_its_sender_is_named_and_what_has_none_is_not()
    {
        var body = System.Text.Encoding.UTF8.GetBytes("""{"name":"A"}""");

        foreach (var key in new[] { null, "k" })
            new AlertParser(new()).Generic(body, key, Now).ShouldBeOfType<ParsedDelivery.Taken>().Alerts.ShouldHaveSingleItem().Named.ShouldBe(key is not null);
    }

    [Fact]
    public async Task The_same_delivery_after_a_person_ended_it_is_an_echo_however_late()
    {
        var opened = await ReportAsync(Alerts.Firing("a", Now));
        await runner.TellAsync(opened.Incident!.Value, new PersonInput.Ignore(Given.Operator, "known"), Stop);
        await PassAsync(options.StillFiringGrace * 2);

        (await ReportAsync(Alerts.Firing("a", Now))).Outcome.ShouldBe(ReportOutcome.Duplicate);
    }

    [Fact]
    public async Task A_broken_alert_with_other_values_joins_its_incident()
    {
        var first = await ReportAsync(Broken("\"disk full at 10:31, 93 %\""));
        time.Advance(TimeSpan.FromMinutes(1));
        var same = await ReportAsync(Broken("\"disk full at 10:32, 97.5 %\""));
        var other = await ReportAsync(Broken("\"disk slow at 10:32\""));

        (same.Outcome, other.Outcome).ShouldBe((ReportOutcome.Repeated, ReportOutcome.Opened));
        same.Incident.ShouldBe(first.Incident);
        store.Incidents[first.Incident!.Value].Version.ShouldBe(1);
    }

    private async Task<ReportReceipt> ReportAsync(IncomingAlert alert) => (await reporter.ReportAsync([alert], Stop))[0];

    private async Task<Incident> StateAsync(ReportReceipt receipt) => (await runner.FindAsync(receipt.Incident!.Value, Stop))!.State;

    /// <summary>The lease is renewed meanwhile.</summary>
    private Task<LeaseState> PassAsync(TimeSpan wait)
    {
        time.Advance(wait);
        return open.Lease.AcquireAsync(Stop);
    }

    private static IncomingAlert Another(IncomingAlert alert) => alert with { Alert = alert.Alert with { Instance = "another" } };

    private IncomingAlert Broken(string alert) => new AlertParser(new())
        .Alertmanager(System.Text.Encoding.UTF8.GetBytes($$"""{"version":"4","alerts":[{{alert}}]}"""), Now)
        .ShouldBeOfType<ParsedDelivery.Taken>().Alerts[0];

    /// <summary>Closes it as a verified fix does.</summary>
    private async Task FixAsync(ReportReceipt opened)
    {
        var id = opened.Incident!.Value;
        var stored = store.Incidents[id];
        var fixedNow = (await StateAsync(opened)) with { Status = IncidentStatus.Resolved, Task = null, Closing = new(ClosedBy.Verification, Now, "well") };
        store.Incidents[id] = stored with { Version = 2, Snapshot = IncidentJson.Write(fixedNow), Row = Projection.Of(fixedNow) };
        store.Claims.Release(id, [ClaimKeys.Open(fixedNow.Alert.Fingerprint)]);
    }
}

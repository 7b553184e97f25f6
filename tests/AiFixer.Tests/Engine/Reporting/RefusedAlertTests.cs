using System.Text;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Running;
using AiFixer.Storage;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Tasks.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Reporting;

public sealed class RefusedAlertTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_strictest_store_refuses_as_an_alert_it_takes_as_what_was_sent()
    {
        using var folder = new TempFolder();
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        var options = new StorageOptions { DataFolder = folder.Path, LargestItem = 1 << 16 };
        options.Validate().ShouldBeEmpty();
        await using var store = await JournalStore.OpenAsync(options, time, NullLoggerFactory.Instance, Stop);
        await store.Lease.AcquireAsync(Stop);
        var reporter = Reporter(store.Journal, time);

        var refused = await reporter.ReportAsync([Parsed(time)], Stop);
        var kept = await reporter.ReportAsync([Parsed(time, new HashSet<int> { 0 })], Stop);

        refused[0].Outcome.ShouldBe(ReportOutcome.Refused);
        kept[0].Outcome.ShouldBe(ReportOutcome.Opened);
        var stored = await store.Journal.LoadAsync(kept[0].Incident!.Value, Stop);
        var payload = await store.Journal.BlobAsync((await StoredState.ReadAsync(store.Journal, stored!, Stop)).Alert.RawPayload!, Stop);
        Encoding.UTF8.GetString(payload.ShouldNotBeNull().Bytes.Span).ShouldStartWith("""{"status":"firing","labels":{"alertname":"Large"}""");
    }

    private static AlertReporter Reporter(IJournal journal, TimeProvider time)
    {
        var options = new EngineOptions();
        var writer = new IncidentWriter(journal, new(), options, time);
        return Reporters.Of(journal, writer, new(journal, writer, new HeldCache(10), new DeafSink(), new()), new(), options, time);
    }

    private static IncomingAlert Parsed(TimeProvider time, IReadOnlySet<int>? refused = null)
    {
        var notes = string.Join(',', Enumerable.Range(0, 60).Select(i => $"\"note{i}\":\"{new string('x', 10_000)}\""));
        var body = $$$"""{"version":"4","alerts":[{"status":"firing","labels":{"alertname":"Large"},"annotations":{{{{notes}}}}}]}""";
        return new AlertParser(new()).Alertmanager(Encoding.UTF8.GetBytes(body), time.GetUtcNow(), refused)
            .ShouldBeOfType<ParsedDelivery.Taken>().Alerts[0];
    }
}

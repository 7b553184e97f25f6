using System.Diagnostics.Metrics;
using AiFixer.Core.Documents;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Engine.Policy;
using AiFixer.TestSupport;
using AiFixer.Tests.Hosting.Dynamic;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Policy;

/// <summary>That it is stopped can be seen, and by whom.</summary>
public sealed class StopGaugeTests : IDisposable
{
    private static readonly DocumentAuthor Ada = new("u4", "Ada");
    private readonly ManualTime time = new();
    private readonly MemoryDocuments documents;
    private readonly StopGauge gauge;

    public StopGaugeTests()
    {
        documents = new(time);
        gauge = new(new PolicyDocuments(documents, time, NullLogger<PolicyDocuments>.Instance), time);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_who_stops_it_shows_until_it_goes_on()
    {
        await gauge.StartAsync(Stop);
        await ShowsAsync("person 0, itself 0");

        await documents.ApplyAsync(PolicyDocument.Stop(Ada, "Wrong target."), Stop);
        await ShowsAsync("person 1, itself 0");

        await documents.ApplyAsync(PolicyDocument.GoOn(Ada, "It was another."), Stop);
        await ShowsAsync("person 0, itself 0");
    }

    [Fact]
    public async Task That_it_stopped_itself_is_told_apart()
    {
        await documents.ApplyAsync(PolicyDocument.Stop(PolicyDocument.Ourselves, "The database is older."), Stop);
        await gauge.StartAsync(Stop);

        await ShowsAsync("person 0, itself 1");
    }

    [Fact]
    public async Task While_the_store_is_away_nothing_is_said()
    {
        await gauge.StartAsync(Stop);
        await ShowsAsync("person 0, itself 0");

        documents.IsAway = true;
        await ShowsAsync("");

        documents.IsAway = false;
        await ShowsAsync("person 0, itself 0");
    }

    [Fact]
    public async Task A_store_that_breaks_in_an_unheard_way_is_no_reason_to_end()
    {
        using var broken = new StopGauge(new BrokenFacts(), time);
        await broken.StartAsync(Stop);

        await time.TimersArmedAsync(1);

        broken.ExecuteTask!.IsFaulted.ShouldBeFalse();
    }

    public void Dispose() => gauge.Dispose();

    private async Task ShowsAsync(string expected)
    {
        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(15));
                return Task.FromResult(Shown() == expected);
            },
            $"it shows '{expected}'", cancellation: Stop);
    }

    private sealed class BrokenFacts : IPolicyFacts
    {
        public PolicyFacts? Known => null;

        public Task<PolicyFacts> ReadAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("a row that nobody understands");
    }

    private string Shown()
    {
        var shown = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter, gauge.Meter))
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => shown.Add($"{tags[0].Value} {value}"));
        listener.Start();
        listener.RecordObservableInstruments();
        return string.Join(", ", shown);
    }
}

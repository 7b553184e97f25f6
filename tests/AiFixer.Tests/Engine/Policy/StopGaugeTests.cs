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
    private readonly PolicyDocuments facts;
    private readonly StopGauge gauge;

    public StopGaugeTests()
    {
        documents = new(time);
        facts = new(documents, time, NullLogger<PolicyDocuments>.Instance);
        gauge = new(facts);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_who_stops_it_shows_until_it_goes_on()
    {
        await gauge.StartAsync(Stop);
        (await ReadAsync()).ShouldBe("person 0, itself 0");

        await documents.ApplyAsync(PolicyDocument.Stop(Ada, "Wrong target."), Stop);
        (await ReadAsync()).ShouldBe("person 1, itself 0");

        await documents.ApplyAsync(PolicyDocument.GoOn(Ada, "It was another."), Stop);
        (await ReadAsync()).ShouldBe("person 0, itself 0");
    }

    [Fact]
    public async Task That_it_stopped_itself_is_told_apart()
    {
        await documents.ApplyAsync(PolicyDocument.Stop(PolicyDocument.Ourselves, "The database is older."), Stop);
        await gauge.StartAsync(Stop);

        (await ReadAsync()).ShouldBe("person 0, itself 1");
    }

    [Fact]
    public async Task While_nobody_knows_nothing_is_said()
    {
        await gauge.StartAsync(Stop);
        Shown().ShouldBe("");
        (await ReadAsync()).ShouldBe("person 0, itself 0");

        documents.IsAway = true;
        time.Advance(PolicyDocuments.Freshness);
        await Should.ThrowAsync<JournalUnavailableException>(ReadAsync);
        Shown().ShouldBe("");

        documents.IsAway = false;
        (await ReadAsync()).ShouldBe("person 0, itself 0");
    }

    public void Dispose() => gauge.Dispose();

    private async Task<string> ReadAsync()
    {
        await facts.ReadAsync(Stop);
        return Shown();
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

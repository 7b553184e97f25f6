using AiFixer.EndToEnd.Support;
using AiFixer.EndToEnd.Thread;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Telemetry;

public sealed class DeadCollectorTests
{
    /// <summary>It has only ever to do with what it is told of, so a collector that hangs is nobody's trouble but its own.</summary>
    [Theory]
    [InlineData(CollectorMood.Silent)]
    [InlineData(CollectorMood.Refuses)]
    public async Task An_incident_is_fixed_beside_a_collector_that_does_not_take_anything_and_the_loss_is_shown(CollectorMood mood)
    {
        await using var collector = await OtlpReceiver.StartAsync(mood);
        await using var bench = await ThreadBench.StartAsync(
            ("Telemetry:Endpoint", collector.Address.ToString()), ("Telemetry:Delay", "100ms"), ("Telemetry:TimeoutMilliseconds", "300"), ("Telemetry:QueueSize", "100"), ("Telemetry:MetricInterval", "1s"));
        var id = await bench.BadRolloutAsync();

        foreach (var card in new[] { "diagnosis/1", "proposal/1" })
        {
            await bench.Api.WhenAsync(id, incident => incident.OpenCard == card, $"{card} is asked");
            (await bench.Api.DecideAsync(id, "approve", card)).Code.ShouldBe(200);
        }

        await bench.Api.WhenStatusAsync(id, "resolved");
        collector.Requests.ShouldBeGreaterThan(0);
        await Eventually.TrueAsync(
            async () => (await bench.Api.GetAsync("metrics")).Body is var text
                && text.Contains("aifixer_telemetry_dropped_total{reason=\"not_taken\",signal=\"traces\"}", StringComparison.Ordinal)
                && text.Contains("signal=\"metrics\"", StringComparison.Ordinal)
                && text.Contains("signal=\"logs\"", StringComparison.Ordinal),
            "what was lost is in the metrics", cancellation: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Alerts_are_taken_as_fast_beside_a_collector_that_hangs()
    {
        using var folder = new TempFolder();
        await using var collector = await OtlpReceiver.StartAsync(CollectorMood.Silent);
        await using var gateway = await GatewayProcess.StartReadyAsync(new GatewaySettings { DataFolder = folder.Path, Patience = TimeSpan.FromSeconds(5) }
            .With("Telemetry:Endpoint", collector.Address.ToString()).With("Telemetry:QueueSize", "100").With("Telemetry:Delay", "100ms"));

        for (var i = 0; i < 300; i++)
            (await gateway.Api.AlertAsync(AlertBody.Firing(AlertBody.Labels("shop", $"service-{i}"), TimeProvider.System.GetUtcNow()))).Answer.Code.ShouldBe(200);

        (await gateway.Api.GetAsync("metrics")).Body.ShouldContain("aifixer_telemetry_dropped_total{reason=\"queue_full\",signal=\"traces\"}");
    }
}

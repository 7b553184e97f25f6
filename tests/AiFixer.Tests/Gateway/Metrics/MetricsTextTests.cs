using System.Diagnostics.Metrics;
using AiFixer.Engine.Telemetry;
using AiFixer.Gateway.Metrics;
using AiFixer.Hosting.Telemetry;

namespace AiFixer.Tests.Gateway.Metrics;

public sealed class MetricsTextTests
{
    [Fact]
    public async Task Promtool_has_nothing_to_say_about_what_is_exposed()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var meter = new Meter(EngineInstruments.Name);
        meter.CreateCounter<long>("aifixer.test.strange", description: "Back\\slash and\nline").Add(1, new KeyValuePair<string, object?>("say \"it\"", "a\\b\n\"c\""));
        meter.CreateHistogram<double>("aifixer.test.sizes", "By").Record(12.5);
        meter.CreateUpDownCounter<long>("aifixer.test.door.count").Add(3);
        await gateway.Client.GetStringAsync("/api/v1/incidents", TestContext.Current.CancellationToken);

        var text = await gateway.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        text.ShouldContain("aifixer_test_strange_total{say__it_=\"a\\\\b\\n\\\"c\\\"\"} 1");
        text.ShouldContain("aifixer_test_sizes_bytes_count 1");
        text.ShouldContain("http_server_request_duration_seconds_count");
        (await Promtool.RunAsync(".", text, "check", "metrics")).ShouldBeEmpty();
    }

    [Fact]
    public void However_many_values_a_label_gets_the_series_have_an_end()
    {
        using var text = new MetricsText();
        using var meter = new Meter(EngineInstruments.Name);
        var counter = meter.CreateCounter<long>("aifixer.test.flood");

        for (var i = 0; i < 20_000; i++)
            counter.Add(1, new KeyValuePair<string, object?>("name", $"alert-{i}"));

        var series = text.Collect().Split('\n').Where(line => line.StartsWith("aifixer_test_flood_total", StringComparison.Ordinal)).ToList();
        series.Count.ShouldBeLessThanOrEqualTo(BoundedMeters.MostSeries + 1);
        series.ShouldContain(line => line.Contains("otel_metric_overflow=\"true\"", StringComparison.OrdinalIgnoreCase));
        series.Sum(line => long.Parse(line.Split(' ')[^1])).ShouldBe(20_000);
    }
}

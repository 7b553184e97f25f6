using System.Text.Json;
using AiFixer.EndToEnd.Support;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.EndToEnd.Monitoring;

/// <summary>The plugins against the real Prometheus, which fetches what AiFixer says about itself.</summary>
public sealed class RealPrometheusTests
{
    private const string Requests = "http_server_request_duration_seconds_count";

    [Fact]
    public async Task The_plugins_read_what_Prometheus_fetched_from_AiFixer()
    {
        using var folder = new TempFolder();
        await using var gateway = await GatewayProcess.StartReadyAsync(new() { DataFolder = folder.Path });
        await using var prometheus = await PrometheusServer.StartNewAsync(gateway.Address);
        using var setup = Setup(prometheus.Address);

        await Eventually.TrueAsync(
            async () => Series(await AskAsync(setup, "prom.query", new { query = $"count_over_time(up{{job=\"aifixer\"}}[1m]) >= 5 and up == 1" })).Count > 0,
            "Prometheus has fetched some times", cancellation: TestContext.Current.CancellationToken);

        var rate = await AskAsync(setup, "prom.query", new { query = $"{Requests}{{http_route=\"/metrics\"}}" });
        rate.GetProperty("shown").GetString().ShouldBe($"rate({Requests}{{http_route=\"/metrics\"}}[5m])");
        rate.GetProperty("note").GetString()!.ShouldContain("is a counter by its metadata");
        Series(rate).ShouldHaveSingleItem().GetProperty("value").GetDouble().ShouldBeInRange(0.001, 10);

        var went = await AskAsync(setup, "prom.query_range", new { query = "dotnet_process_memory_working_set_bytes", start = "-1m", step = "1s" });
        went.TryGetProperty("shown", out _).ShouldBeFalse();
        went.GetProperty("unit").GetString().ShouldBe("bytes");
        Series(went).ShouldHaveSingleItem().GetProperty("summary").GetProperty("max").GetDouble().ShouldBeGreaterThan(1_000_000);

        var quantile = await AskAsync(setup, "prom.query", new { query = "histogram_quantile(0.5, sum by (le) (http_server_request_duration_seconds_bucket))" });
        Series(quantile).ShouldHaveSingleItem().GetProperty("value").GetDouble().ShouldBeInRange(0, 10);
        (await RunAsync(setup, "prom.query", new { query = "up{" })).Error!.ShouldStartWith("Prometheus 'default' refused (400): invalid parameter \"query\": 1:4: parse error:");
    }

    private static PluginSetup Setup(Uri address) => PluginSetup.Create(
        new PluginsOptions { Prometheus = { ["default"] = new() { Url = address.ToString() } } }, TimeProvider.System, NullLoggerFactory.Instance);

    private static async Task<JsonElement> AskAsync(PluginSetup setup, string plugin, object arguments)
    {
        var result = await RunAsync(setup, plugin, arguments);
        result.Error.ShouldBeNull();
        return JsonSerializer.Deserialize<JsonElement>(result.Data!);
    }

    private static Task<PluginResult> RunAsync(PluginSetup setup, string plugin, object arguments) => setup.Host.RunAsync(
        plugin, new(JsonSerializer.Serialize(arguments), "INC-1", null, "tester", TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);

    private static List<JsonElement> Series(JsonElement data) => [.. data.GetProperty("series").EnumerateArray()];
}

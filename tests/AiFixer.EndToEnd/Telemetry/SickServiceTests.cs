using System.Text.Json;
using AiFixer.EndToEnd.Monitoring;
using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Telemetry;

/// <summary>Debian's Prometheus with the shipped rules beside a real service.</summary>
public sealed class SickServiceTests
{
    [Fact]
    public async Task When_the_store_goes_away_Prometheus_says_so_and_stops_when_it_is_back()
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        using var folder = new TempFolder();
        await using var gateway = await GatewayProcess.StartReadyAsync(new GatewaySettings { DataFolder = folder.Path, Postgres = await postgres.CreateDatabaseAsync() });
        await using var prometheus = await PrometheusServer.StartNewAsync(gateway.Address, ShippedRules.Impatient());
        await Eventually.TrueAsync(async () => (await IsUpAsync(prometheus)) && (await FiringAsync(prometheus)).Count == 0, "Prometheus watches it, and all is well", cancellation: TestContext.Current.CancellationToken);

        await postgres.StopAsync();
        await Eventually.TrueAsync(async () => (await FiringAsync(prometheus)).Contains("AiFixerStoreAway"), "the rule fires", cancellation: TestContext.Current.CancellationToken);

        await postgres.StartAsync();
        await Eventually.TrueAsync(async () => (await FiringAsync(prometheus)).Count == 0, "the rule is quiet again", TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private static async Task<bool> IsUpAsync(PrometheusServer prometheus) =>
        (await AskAsync(prometheus, "api/v1/query?query=up%7Bjob%3D%22aifixer%22%7D%20%3D%3D%201")).GetProperty("result").GetArrayLength() == 1;

    private static async Task<List<string>> FiringAsync(PrometheusServer prometheus) =>
        [.. (await AskAsync(prometheus, "api/v1/alerts")).GetProperty("alerts").EnumerateArray()
            .Where(alert => alert.GetProperty("state").GetString() == "firing")
            .Select(alert => alert.GetProperty("labels").GetProperty("alertname").GetString()!)];

    private static async Task<JsonElement> AskAsync(PrometheusServer prometheus, string path)
    {
        using var http = new HttpClient { BaseAddress = prometheus.Address };
        using var answer = JsonDocument.Parse(await http.GetStringAsync(path, TestContext.Current.CancellationToken));
        return answer.RootElement.GetProperty("data").Clone();
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using AiFixer.Silo;
using AiFixer.TestSupport;
using Microsoft.AspNetCore.Builder;

namespace AiFixer.Cluster.Tests.Silos;

/// <summary>The silo program as it is started, on SQLite.</summary>
public sealed class OneSiloTests : IAsyncLifetime
{
    private const string Key = "a-key-that-is-long-enough-to-be-taken-1234567890";

    private readonly TempFolder folder = new();
    private readonly HttpClient client = new();
    private readonly WebApplication silo;

    public OneSiloTests()
    {
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        client.BaseAddress = new(url);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        silo = SiloProgram.Build(
        [
            $"--Gateway:Urls={url}",
            "--Gateway:ApiKeys:0:Name=ada",
            "--Gateway:ApiKeys:0:Role=Approver",
            $"--Gateway:ApiKeys:0:Key={Key}",
            "--Gateway:DrainTime=0s",
            $"--Storage:DataFolder={folder.Path}",
            $"--Cluster:SiloPort={Port()}",
            $"--Cluster:GatewayPort={Port()}",
        ]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await silo.StartAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        await silo.StopAsync(CancellationToken.None);
        await silo.DisposeAsync();
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task It_takes_an_alert_and_its_grain_works_on_the_incident()
    {
        var labels = new Dictionary<string, string> { ["alertname"] = "Broken", ["namespace"] = "shop", ["severity"] = "critical" };
        var posted = await client.PostAsJsonAsync("/api/v1/alerts", new { labels, annotations = new { summary = "broken" } }, Stop);
        posted.IsSuccessStatusCode.ShouldBeTrue();

        await Eventually.TrueAsync(
            async () => (await client.GetStringAsync("/api/v1/incidents", Stop)).Contains("\"awaiting_", StringComparison.Ordinal)
                || (await client.GetStringAsync("/api/v1/incidents", Stop)).Contains("\"escalated\"", StringComparison.Ordinal),
            "the incident waits for a person",
            cancellation: Stop);

        await Eventually.TrueAsync(
            async () => (await client.GetStringAsync("/cluster/DashboardCounters", Stop)).Contains("IncidentGrain", StringComparison.Ordinal),
            "the grain is shown",
            cancellation: Stop);
    }

    [Fact]
    public async Task The_grains_are_shown_to_those_with_a_key_alone()
    {
        using var stranger = new HttpClient { BaseAddress = client.BaseAddress };

        (await client.GetAsync("/cluster/", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync("/cluster/DashboardCounters", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Port() => FreePort.Next().ToString(CultureInfo.InvariantCulture);
}

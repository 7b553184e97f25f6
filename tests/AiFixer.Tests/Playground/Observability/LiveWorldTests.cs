using AiFixer.Tests.Plugins.Kubernetes;

namespace AiFixer.Tests.Playground.Observability;

/// <summary>The monitoring of a living world, through the plugins.</summary>
public sealed class LiveWorldTests
{
    [Fact]
    public async Task Traffic_above_capacity_shows_in_rates_errors_and_latency_and_goes_when_there_are_more_pods()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.SetTraffic("shop", "checkout", 50);
        test.Pass(180);
        (await test.ValueAsync("sum(rate(http_requests_total{service=\"checkout\",code=~\"5..\"}[2m]))")).ShouldBe(0);
        (await test.ValueAsync("sum(rate(http_requests_total{service=\"checkout\"}[2m]))")).ShouldBe(50, 2);

        test.World.SetTraffic("shop", "checkout", 600);
        test.Pass(180);

        (await test.ValueAsync("100 * sum(rate(http_requests_total{service=\"checkout\",code=~\"5..\"}[2m])) / sum(rate(http_requests_total{service=\"checkout\"}[2m]))")).ShouldBeGreaterThan(30);
        (await test.ValueAsync("histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{service=\"checkout\"}[2m])))")).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_counter_of_the_world_is_shown_as_its_rate_and_logs_are_found()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.SetTraffic("shop", "checkout", 60);
        test.Pass(120);

        var data = await test.AskAsync("prom.query_range", new { query = "http_requests_total{service=\"checkout\",code=\"200\"}", start = "-1m", step = "15s" });
        data.GetProperty("note").GetString()!.ShouldContain("is a counter by its metadata");
        data.GetProperty("series").GetArrayLength().ShouldBe(3);

        test.World.BreakRollout("shop", "checkout");
        test.Pass(120);
        (await test.AskAsync("loki.query", new { query = "{service=\"checkout\"} |= \"level=fatal\"" })).GetProperty("lines").GetArrayLength().ShouldBeGreaterThan(0);
        (await test.ValueAsync("sum(kube_pod_container_status_restarts_total{namespace=\"shop\"})")).ShouldBeGreaterThan(0);
    }
}

using System.Net.Http.Json;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>Each trouble is cured by the remedy that fits it, and not by a restart, which fits none of them.</summary>
public sealed class CuresTests
{
    private const double LongEnough = KubeCures.LongEnough;
    private static readonly object Catalog = KubeCures.Catalog;

    [Fact]
    public async Task A_need_for_memory_is_cured_by_a_higher_limit()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.OutgrowMemory("shop", "catalog", "400Mi").ShouldBeTrue();
        test.Pass(LongEnough);
        (await test.CatalogAsync()).ShouldContain("OOMKilled");
        await test.TryAsync("k8s.restart_deployment", Catalog);
        (await test.RestartsAsync()).ShouldBeGreaterThan(0);

        var seen = await test.TryAsync("k8s.set_resources", new { @namespace = "shop", deployment = "catalog", container = "app", memory_limit = "600Mi" });

        seen.Health.ShouldBe(TargetHealth.Healthy);
        (await test.RestartsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_probe_that_asks_at_the_wrong_place_is_cured_by_the_right_one()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.BreakProbe("shop", "catalog", path: "/wrong").ShouldBeTrue();
        test.Pass(LongEnough);
        (await test.EventsAsync()).ShouldContain("Readiness probe failed: HTTP probe failed with statuscode: 404");
        (await test.TryAsync("k8s.restart_deployment", Catalog)).Health.ShouldNotBe(TargetHealth.Healthy);

        var seen = await test.TryAsync(
            "k8s.patch_probe", new { @namespace = "shop", deployment = "catalog", container = "app", probe = "readiness", path = "/ready", port = 8080 });

        seen.Health.ShouldBe(TargetHealth.Healthy);
    }

    [Fact]
    public async Task A_request_larger_than_every_node_is_cured_by_a_smaller_one()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.RequestTooMuch("shop", "catalog").ShouldBeTrue();
        test.Pass(LongEnough);
        (await test.EventsAsync()).ShouldContain("Insufficient cpu");
        (await test.TryAsync("k8s.restart_deployment", Catalog)).Health.ShouldNotBe(TargetHealth.Healthy);

        var seen = await test.TryAsync("k8s.set_resources", new { @namespace = "shop", deployment = "catalog", container = "app", cpu_request = "100m" });

        seen.Health.ShouldBe(TargetHealth.Healthy);
    }

    [Fact]
    public async Task A_bad_revision_is_cured_by_the_one_before()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.BadRevision("shop", "catalog").ShouldBeTrue();
        test.Pass(LongEnough);
        (await test.LogAsync("CrashLoopBackOff")).ShouldContain("panic: runtime error");
        (await test.RevisionsAsync()).ShouldBe([3, 2, 1]);
        (await test.TryAsync("k8s.restart_deployment", Catalog)).Health.ShouldNotBe(TargetHealth.Healthy);

        var back = new { @namespace = "shop", deployment = "catalog", revision = 2 };

        (await test.TryAsync("k8s.rollback_deployment", back)).Health.ShouldBe(TargetHealth.Healthy);
    }

    [Fact]
    public async Task Traffic_above_what_the_pods_can_take_is_cured_by_more_of_them()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.Traffic("shop", "catalog", 350, 100).ShouldBeTrue();
        test.Pass(LongEnough);
        (await test.ValueAsync("sum(rate(http_requests_total{service=\"catalog\",code=~\"5..\"}[1m]))")).ShouldBeGreaterThan(0);
        (await test.TryAsync("k8s.restart_deployment", Catalog)).Health.ShouldNotBe(TargetHealth.Healthy);

        (await test.TryAsync("k8s.scale_deployment", new { @namespace = "shop", deployment = "catalog", replicas = 5 })).Health.ShouldBe(TargetHealth.Healthy);
    }

    [Fact]
    public async Task An_autoscaler_brings_the_pods_that_the_traffic_needs()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.Traffic("shop", "catalog", 350, 100).ShouldBeTrue();
        test.Pass(LongEnough);

        var seen = await test.TryAsync(
            "k8s.apply_hpa", new { @namespace = "shop", deployment = "catalog", min_replicas = 5, max_replicas = 10, cpu_percent = 70 });

        seen.Applied.ShouldBe(ExecuteOutcome.Done);
        seen.Health.ShouldBe(TargetHealth.Healthy);
    }

    [Fact]
    public async Task A_disruption_budget_keeps_a_ready_pod()
    {
        await using var test = await KubeWorld.StartAsync();
        using var http = new HttpClient();
        var made = await http.PostAsJsonAsync(new Uri(test.World.Url, "/apis/policy/v1/namespaces/shop/poddisruptionbudgets"), new
        {
            apiVersion = "policy/v1",
            kind = "PodDisruptionBudget",
            metadata = new { name = "catalog" },
            spec = new { minAvailable = 2, selector = new { matchLabels = new { app = "catalog" } } },
        }, KubeWorld.Stop);
        made.EnsureSuccessStatusCode();
        test.Pass(2);
        var name = (await test.AskAsync("k8s.list_pods", new { @namespace = "shop", label_selector = "app=catalog" })).GetProperty("pods")[0].GetProperty("name").GetString();

        var preview = await test.PreviewAsync("k8s.restart_pod", new { @namespace = "shop", pod = name, reason = "it hangs" });

        preview.Error!.ShouldContain("disruption budget");
        preview.Retryable.ShouldBeFalse();
        test.Changes.Where(c => c.Path.Contains("/pods/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_pods_use_is_what_the_world_measures()
    {
        await using var test = await KubeWorld.StartAsync();
        test.Pass(60);

        var top = (await test.AskAsync("k8s.top_pods", new { @namespace = "shop", sort_by = "memory" })).GetProperty("pods").EnumerateArray().ToList();

        top.Count.ShouldBe(5);
        top.ShouldAllBe(p => p.GetProperty("memoryBytes").GetInt64() > 0);
        (await test.AskAsync("k8s.top_nodes", new { })).GetProperty("nodes").GetArrayLength().ShouldBe(3);
    }
}

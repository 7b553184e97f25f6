using System.Net;
using System.Text.Json;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class DescribeTests
{
    [Fact]
    public async Task A_crashing_pod_is_described_with_its_events()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.BreakRollout("shop", "checkout").ShouldBeTrue();
        test.Pass(12);
        var pods = (await test.AskAsync("k8s.list_pods", new { @namespace = "shop" })).GetProperty("pods").EnumerateArray();
        var name = pods.First(p => !p.GetProperty("ready").GetBoolean()).GetProperty("name").GetString();

        var told = await test.AskAsync("k8s.describe_pod", new { @namespace = "shop", pod = name });

        told.GetProperty("pod").GetProperty("status").GetString().ShouldBe("CrashLoopBackOff");
        told.GetProperty("object").GetProperty("spec").GetProperty("containers")[0].GetProperty("resources").GetProperty("limits").GetProperty("memory")
            .GetString().ShouldBe("256Mi");
        told.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("reason").GetString()).ShouldContain("BackOff");
    }

    [Fact]
    public async Task Events_are_those_of_this_very_pod()
    {
        using var api = new ScriptedApi(request => request.RequestUri!.AbsolutePath.EndsWith("/events", StringComparison.Ordinal)
            ? ScriptedApi.Json("""{"metadata":{},"items":[]}""")
            : ScriptedApi.Json("""{"metadata":{"name":"etcd-n1","namespace":"kube-system","uid":"mirror","annotations":{"kubernetes.io/config.mirror":"file"}},"spec":{"containers":[{"name":"c","args":["--password=hunter2","--mode=fast"]}]}}"""));

        var result = await api.RunAsync("k8s.describe_pod", """{"namespace":"kube-system","pod":"etcd-n1"}""");

        api.Requests[1].ShouldContain(Uri.EscapeDataString("involvedObject.name=etcd-n1,involvedObject.namespace=kube-system,involvedObject.uid=file"));
        result.Data!.ShouldNotContain("hunter2");
        result.Data!.ShouldContain("--mode=fast");
    }

    [Fact]
    public async Task A_node_is_described_with_what_its_pods_ask_for()
    {
        await using var test = await KubeWorld.StartAsync();
        using var api = new ScriptedApi(request => request.RequestUri!.AbsolutePath == "/apis/metrics.k8s.io/v1beta1/nodes"
            ? ScriptedApi.Json("""{"metadata":{},"items":[{"metadata":{"name":"node-1"},"usage":{"cpu":"1500000000n","memory":"1Gi"}}]}""")
            : null, test.Time, test.World.Url);

        var told = JsonSerializer.Deserialize<JsonElement>((await api.RunAsync("k8s.describe_node", """{"node":"node-1"}""")).Data!);

        var pods = told.GetProperty("pods").GetArrayLength();
        pods.ShouldBeGreaterThan(0);
        told.GetProperty("requested").ToString().ShouldBe(
            $$"""{"cpuMillicores":{{pods * 100}},"cpuPercent":{{100 * pods * 100 / 63500}},"memoryBytes":{{pods * 128L * 1024 * 1024}},"memoryPercent":{{100 * pods * 128 / (250 * 1024)}}}""");
        told.GetProperty("usage").ToString().ShouldBe("""{"name":"node-1","cpuMillicores":1500,"memoryBytes":1073741824}""");
        told.GetProperty("ready").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_node_without_metrics_is_described_without()
    {
        await using var test = await KubeWorld.StartAsync();
        using var api = new ScriptedApi(
            request => request.RequestUri!.AbsolutePath.StartsWith("/apis/metrics", StringComparison.Ordinal) ? ScriptedApi.Status(HttpStatusCode.NotFound, "NotFound", "x") : null,
            test.Time, test.World.Url);

        var told = JsonSerializer.Deserialize<JsonElement>((await api.RunAsync("k8s.describe_node", """{"node":"node-1"}""")).Data!);

        told.GetProperty("usage").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Pods_are_sorted_by_what_they_use()
    {
        using var api = new ScriptedApi(_ => ScriptedApi.Json("""
            {"kind":"PodMetricsList","metadata":{},"items":[
             {"metadata":{"name":"a","namespace":"shop"},"timestamp":"2026-01-01T00:00:00Z","containers":[{"name":"app","usage":{"cpu":"12345678n","memory":"204800Ki"}}]},
             {"metadata":{"name":"b","namespace":"shop"},"containers":[{"name":"app","usage":{"cpu":"250m","memory":"1e3"}},{"name":"side","usage":{"cpu":"1","memory":"0"}}]}]}
            """));

        var byCpu = await api.RunAsync("k8s.top_pods", """{"namespace":"shop"}""");
        var byMemory = await api.RunAsync("k8s.top_pods", """{"namespace":"shop","sort_by":"memory"}""");

        byCpu.Message.ShouldBe("2 pods in shop, the largest is b with 1250m CPU and 0.98Ki");
        byMemory.Message.ShouldBe("2 pods in shop, the largest is a with 13m CPU and 200Mi");
        api.Requests[0].ShouldBe("GET /apis/metrics.k8s.io/v1beta1/namespaces/shop/pods?limit=500");
    }

    [Fact]
    public async Task A_cluster_that_measures_nothing_says_so()
    {
        using var api = new ScriptedApi(_ => new(HttpStatusCode.NotFound) { Content = new StringContent("404 page not found") });

        (await api.RunAsync("k8s.top_pods", """{"namespace":"shop"}""")).Error
            .ShouldBe("cluster 'default' measures nothing: it has no metrics API (is metrics-server installed?)");
    }

    [Theory]
    [InlineData("250m", 0.25)]
    [InlineData("12345678n", 0.012345678)]
    [InlineData("5u", 0.000005)]
    [InlineData("2", 2.0)]
    [InlineData("0", 0.0)]
    [InlineData("1e3", 1000.0)]
    [InlineData("1E", 1e18)]
    [InlineData("1E3", 1000.0)]
    [InlineData("128M", 128e6)]
    [InlineData("1.5Gi", 1610612736.0)]
    [InlineData("204800Ki", 209715200.0)]
    [InlineData("", null)]
    [InlineData("Mi", null)]
    [InlineData("1,5", null)]
    [InlineData("7000000000000000000000Ei", null)]
    public void Amounts_are_read_as_the_api_writes_them(string text, double? amount) =>
        ((double?)AiFixer.Plugins.Kubernetes.Quantity.Of(text)).ShouldBe(amount);
}

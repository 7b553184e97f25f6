using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class SetResourcesTests
{
    private const string Plugin = "k8s.set_resources";

    [Fact]
    public async Task A_higher_memory_limit_is_rolled_out()
    {
        await using var test = await KubeWorld.StartAsync();
        var wish = Wish(memory_limit: "1Gi");
        var plan = await test.PlanAsync(Plugin, wish);
        (await test.ObserveAsync(Plugin, wish, plan)).Applied.ShouldBe(ExecuteOutcome.NotDone);

        (await test.ExecuteAsync(Plugin, wish, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        (await test.ObserveAsync(Plugin, wish, plan)).Health.ShouldBe(TargetHealth.Progressing);
        test.Pass(20);

        (await test.ObserveAsync(Plugin, wish, plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Healthy, "catalog: all 2 pods are ready"));
        plan.Diff.Split('\n').Where(line => line is ['-' or '+', ' ', ..]).Select(line => line.Replace(" ", "", StringComparison.Ordinal))
            .ShouldBe(["-memory:\"256Mi\"", "+memory:\"1Gi\""]);
    }

    [Fact]
    public async Task A_second_sending_is_refused_by_the_cluster()
    {
        await using var test = await KubeWorld.StartAsync();
        var wish = Wish(cpu_limit: "2");
        var plan = await test.PlanAsync(Plugin, wish);
        await test.ExecuteAsync(Plugin, wish, plan);

        var second = await test.ExecuteAsync(Plugin, wish, plan);

        (second.Outcome, second.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        test.Changes.Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_undo_brings_back_what_was_there_exactly()
    {
        await using var test = await KubeWorld.StartAsync();
        var before = await TemplateAsync(test);
        var wish = Wish(cpu_limit: "2", memory_limit: "1Gi");
        var plan = await test.PlanAsync(Plugin, wish);
        await test.ExecuteAsync(Plugin, wish, plan);
        test.Pass(5);
        (await TemplateAsync(test)).ShouldNotBe(before);

        var undo = await test.PlanAsync(plan.Undo!.Plugin, plan.Undo.Arguments);
        await test.ExecuteAsync(plan.Undo.Plugin, plan.Undo.Arguments, undo);

        (await TemplateAsync(test)).ShouldBe(before);
    }

    [Theory]
    [InlineData("128Mi", false, "app has a memory limit of 256Mi today, and 128Mi is lower: set allow_lower if that is meant")]
    [InlineData("128Mi", true, "app has a memory limit of 256Mi today, and 128Mi is lower, but what it uses now cannot be seen: a limit is not lowered blindly")]
    public async Task A_memory_limit_is_never_lowered_silently_or_blindly(string memory_limit, bool allow_lower, string error)
    {
        await using var test = await KubeWorld.StartAsync();
        using var api = new ScriptedApi(Unmeasured, behind: test.World.Url);

        (await api.PreviewAsync(Plugin, Text(memory_limit, allow_lower))).Error.ShouldBe(error);

        test.World.Record.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("300Mi", false)]
    [InlineData("300Mi", true)]
    [InlineData("200Mi", true)]
    public async Task A_memory_limit_below_what_is_in_use_is_refused_even_when_a_lower_one_is_meant(string memory_limit, bool allow_lower)
    {
        await using var test = await KubeWorld.StartAsync();
        using var api = new ScriptedApi(Measured("307200Ki"), behind: test.World.Url);

        (await api.PreviewAsync(Plugin, Text(memory_limit, allow_lower))).Error
            .ShouldBe($"app uses 300Mi of memory now: a limit of {memory_limit} would have it killed");
    }

    [Fact]
    public async Task A_lower_memory_limit_that_is_meant_and_above_the_use_is_planned()
    {
        await using var test = await KubeWorld.StartAsync();
        using var api = new ScriptedApi(Measured("65536Ki"), behind: test.World.Url);

        var plan = (await api.PreviewAsync(Plugin, Text("200Mi", true))).Plan!;

        plan.BlastRadius.ShouldEndWith("app uses up to 64Mi of memory now.");
    }

    [Fact]
    public async Task A_pod_larger_than_every_node_is_not_asked_for()
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync(Plugin, Wish(cpu_request: "65"))).Error
            .ShouldBe("no node has room for a pod that asks for 65000m CPU and 128Mi: it would wait for ever");
    }

    [Fact]
    public async Task A_container_that_is_not_there_is_not_added()
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync(Plugin, new { @namespace = "shop", deployment = "catalog", container = "web", cpu_limit = "1" })).Error
            .ShouldBe("catalog has no container 'web'; there are app");
    }

    [Theory]
    [InlineData("1e9Gi")]
    [InlineData("-1Gi")]
    [InlineData("1 Gi")]
    [InlineData("lots")]
    public async Task What_is_no_amount_is_refused_by_its_type(string memory_limit)
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync(Plugin, Wish(memory_limit: memory_limit))).Error!.ShouldContain("$.memory_limit");
    }

    [Fact]
    public async Task Nothing_wished_for_and_nothing_changed_are_both_said()
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync(Plugin, Wish())).Error!.ShouldStartWith("name at least one of");
        (await test.PreviewAsync(Plugin, Wish(memory_limit: "256Mi"))).Error.ShouldBe("catalog is so already");
    }

    private static Dictionary<string, string> Wish(string? memory_limit = null, string? cpu_limit = null, string? cpu_request = null)
    {
        var wish = new Dictionary<string, string> { ["namespace"] = "shop", ["deployment"] = "catalog", ["container"] = "app" };
        foreach (var (name, value) in new[] { ("memory_limit", memory_limit), ("cpu_limit", cpu_limit), ("cpu_request", cpu_request) })
            if (value is not null)
                wish[name] = value;
        return wish;
    }

    private static string Text(string limit, bool lower) =>
        $$$"""{"namespace":"shop","deployment":"catalog","container":"app","memory_limit":"{{{limit}}}","allow_lower":{{{(lower ? "true" : "false")}}}}""";

    private static Func<HttpRequestMessage, HttpResponseMessage?> Measured(string memory) => request => IsMetrics(request)
        ? ScriptedApi.Json($$$"""{"metadata":{},"items":[{"metadata":{"name":"p"},"containers":[{"name":"app","usage":{"cpu":"1m","memory":"{{{memory}}}"}},{"name":"other","usage":{"memory":"9Gi"}}]}]}""")
        : null;

    private static HttpResponseMessage? Unmeasured(HttpRequestMessage request) =>
        IsMetrics(request) ? ScriptedApi.Status(System.Net.HttpStatusCode.NotFound, "NotFound", "the server could not find the requested resource") : null;

    private static bool IsMetrics(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.StartsWith("/apis/metrics.k8s.io/", StringComparison.Ordinal);

    private static async Task<string> TemplateAsync(KubeWorld test) =>
        (await test.AskAsync("k8s.get", new { kind = "deployments", @namespace = "shop", name = "catalog" }))
            .GetProperty("items")[0].GetProperty("spec").GetProperty("template").ToString();
}

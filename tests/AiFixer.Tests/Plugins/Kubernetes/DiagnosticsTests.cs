using System.Text.Json;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class DiagnosticsTests
{
    [Fact]
    public async Task Pods_show_what_kubectl_shows_and_how_they_ended()
    {
        await using var test = await BrokenAsync();

        var answer = await test.AskAsync("list_pods", new { @namespace = "shop", label_selector = "app=checkout" });

        var pods = answer.GetProperty("pods").EnumerateArray().ToList();
        pods.ShouldAllBe(p => p.GetProperty("deployment").GetString() == "checkout" && p.GetProperty("namespace").GetString() == "shop");
        var bad = pods.Where(p => !p.GetProperty("ready").GetBoolean()).ShouldHaveSingleItem();
        bad.GetProperty("status").GetString().ShouldBe("CrashLoopBackOff");
        bad.GetProperty("phase").GetString().ShouldBe("Running");
        bad.GetProperty("restarts").GetInt32().ShouldBePositive();
        bad.GetProperty("owner").GetString().ShouldBe($"checkout-{bad.GetProperty("templateHash").GetString()}");
        var container = bad.GetProperty("containers")[0];
        container.GetProperty("image").GetString().ShouldBe("registry.local/shop/checkout:1.2.0");
        container.GetProperty("lastTerminatedReason").GetString().ShouldBe("Error");
        container.GetProperty("lastExitCode").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_history_has_the_newest_revision_first()
    {
        await using var test = await BrokenAsync();

        var answer = await test.AskAsync("k8s.rollout_history", new { @namespace = "shop", deployment = "checkout" });

        answer.GetProperty("currentRevision").GetInt64().ShouldBe(3);
        answer.GetProperty("selector").GetString().ShouldBe("app=checkout");
        answer.GetProperty("desired").GetInt32().ShouldBe(3);
        answer.GetProperty("revisions").EnumerateArray().Select(r => r.GetProperty("revision").GetInt64()).ShouldBe([3, 2, 1]);
        answer.GetProperty("revisions")[1].GetProperty("images")[0].GetString().ShouldBe("registry.local/shop/checkout:1.1.0");
        answer.GetProperty("revisions")[1].GetProperty("changeCause").GetString().ShouldBe("release 1.1.0");
    }

    [Fact]
    public async Task Events_come_newest_first_and_no_more_than_asked_for()
    {
        await using var test = await BrokenAsync();

        var answer = await test.AskAsync("k8s.get_events", new { @namespace = "shop", limit = 5 });

        var events = answer.GetProperty("events").EnumerateArray().ToList();
        events.Count.ShouldBe(5);
        events.Select(e => e.GetProperty("lastSeen").GetString()).ShouldBeInOrder(SortDirection.Descending);
        events.ShouldContain(e => e.GetProperty("reason").GetString() == "BackOff" && e.GetProperty("type").GetString() == "Warning");
    }

    [Fact]
    public async Task Logs_of_the_time_before_tell_why_it_crashed()
    {
        await using var test = await BrokenAsync();
        var pods = await test.AskAsync("k8s.list_pods", new { @namespace = "shop", label_selector = "app=checkout" });
        var pod = pods.GetProperty("pods").EnumerateArray().Single(p => !p.GetProperty("ready").GetBoolean()).GetProperty("name").GetString();

        var answer = await test.AskAsync("k8s.get_pod_logs", new { @namespace = "shop", pod, previous = true });

        answer.GetProperty("container").GetString().ShouldBe("app");
        answer.GetProperty("previous").GetBoolean().ShouldBeTrue();
        answer.GetProperty("lines").EnumerateArray().Select(l => l.GetString()).ShouldContain(l => l!.Contains("PAYMENT_TIMEOUT_MS"));
    }

    [Fact]
    public async Task Objects_are_read_by_kind_and_name()
    {
        await using var test = await KubeWorld.StartAsync();

        var all = await test.AskAsync("k8s.get", new { kind = "deployments", @namespace = "shop" });
        var one = await test.AskAsync("k8s.get", new { kind = "nodes", name = "node-1" });

        all.GetProperty("items").GetArrayLength().ShouldBe(2);
        one.GetProperty("items")[0].GetProperty("metadata").GetProperty("name").GetString().ShouldBe("node-1");
    }

    [Theory]
    [InlineData("secrets")]
    [InlineData("configmaps")]
    [InlineData("pods/log")]
    public async Task What_may_hold_secrets_is_never_read(string kind)
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.RunAsync("k8s.get", new { kind, @namespace = "shop" })).Error!.ShouldContain("$.kind: must be one of");
    }

    [Theory]
    [InlineData("../secrets")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("Shop")]
    public async Task A_name_cannot_leave_its_place_in_the_path(string name)
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.RunAsync("k8s.list_pods", new { @namespace = name })).Error!.ShouldContain("$.namespace");
    }

    [Fact]
    public async Task Lists_are_read_to_the_last_page()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.AddDeployment("shop", "many", 520);

        var answer = await test.AskAsync("k8s.list_pods", new { @namespace = "shop", label_selector = "app=many" });

        answer.GetProperty("pods").GetArrayLength().ShouldBe(520);
    }

    private static async Task<KubeWorld> BrokenAsync()
    {
        var test = await KubeWorld.StartAsync();
        test.World.BreakRollout("shop", "checkout").ShouldBeTrue();
        test.Pass(12);
        return test;
    }
}

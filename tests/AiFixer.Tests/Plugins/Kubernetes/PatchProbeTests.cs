using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class PatchProbeTests
{
    private const string Plugin = "k8s.patch_probe";

    [Fact]
    public async Task A_path_is_corrected_and_everything_else_stays()
    {
        await using var test = await KubeWorld.StartAsync();
        var wish = Wish("readiness", path: "/healthz");
        var plan = await test.PlanAsync(Plugin, wish);

        (await test.ExecuteAsync(Plugin, wish, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);

        var probe = await ProbeAsync(test, "readinessProbe");
        probe.GetProperty("httpGet").GetProperty("path").GetString().ShouldBe("/healthz");
        probe.GetProperty("httpGet").GetProperty("port").GetInt32().ShouldBe(8080);
        probe.GetProperty("periodSeconds").GetInt32().ShouldBe(2);
        plan.Diff.ShouldContain("/ready");
        (await test.ObserveAsync(Plugin, wish, plan)).Applied.ShouldBe(ExecuteOutcome.Done);
        plan.Undo!.Plugin.ShouldBe("k8s.rollback_deployment");
    }

    [Fact]
    public async Task A_missing_probe_is_added()
    {
        await using var test = await KubeWorld.StartAsync();
        var wish = Wish("liveness", port: 8080, failures: 5);

        await test.ExecuteAsync(Plugin, wish, await test.PlanAsync(Plugin, wish));

        var probe = await ProbeAsync(test, "livenessProbe");
        probe.GetProperty("tcpSocket").GetProperty("port").GetInt32().ShouldBe(8080);
        probe.GetProperty("failureThreshold").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task A_probe_of_another_kind_is_replaced_whole()
    {
        await using var test = await KubeWorld.StartAsync();
        var tcp = Wish("liveness", port: 8080);
        await test.ExecuteAsync(Plugin, tcp, await test.PlanAsync(Plugin, tcp));
        test.Pass(10);
        var http = Wish("liveness", path: "/live", port: 8080);

        await test.ExecuteAsync(Plugin, http, await test.PlanAsync(Plugin, http));

        var probe = await ProbeAsync(test, "livenessProbe");
        probe.TryGetProperty("tcpSocket", out _).ShouldBeFalse();
        probe.GetProperty("httpGet").GetProperty("path").GetString().ShouldBe("/live");
    }

    [Fact]
    public async Task A_port_the_container_does_not_have_is_not_guessed()
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync(Plugin, Wish("readiness", port: 9090))).Error.ShouldBe("app has no port 9090; there are 8080");
    }

    [Fact]
    public async Task A_probe_that_is_not_there_cannot_be_made_more_patient()
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync(Plugin, Wish("liveness", failures: 5))).Error.ShouldBe("app has no liveness probe: name at least the port");
    }

    [Theory]
    [InlineData("healthz")]
    [InlineData("/a b")]
    [InlineData("/a\nb")]
    public async Task What_is_no_path_is_refused_by_its_type(string path)
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync(Plugin, Wish("readiness", path))).Error!.ShouldContain("$.path");
    }

    [Fact]
    public async Task A_second_sending_is_refused_by_the_cluster()
    {
        await using var test = await KubeWorld.StartAsync();
        var wish = Wish("readiness", failures: 10);
        var plan = await test.PlanAsync(Plugin, wish);
        await test.ExecuteAsync(Plugin, wish, plan);

        var second = await test.ExecuteAsync(Plugin, wish, plan);

        (second.Outcome, second.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
    }

    private static Dictionary<string, object> Wish(string probe, string? path = null, int? port = null, int? failures = null)
    {
        var wish = new Dictionary<string, object> { ["namespace"] = "shop", ["deployment"] = "catalog", ["container"] = "app", ["probe"] = probe };
        foreach (var (name, value) in new (string, object?)[] { ("path", path), ("port", port), ("failure_threshold", failures) })
            if (value is not null)
                wish[name] = value;
        return wish;
    }

    private static async Task<JsonElement> ProbeAsync(KubeWorld test, string name) =>
        (await test.AskAsync("k8s.get", new { kind = "deployments", @namespace = "shop", name = "catalog" }))
            .GetProperty("items")[0].GetProperty("spec").GetProperty("template").GetProperty("spec").GetProperty("containers")[0].GetProperty(name);
}

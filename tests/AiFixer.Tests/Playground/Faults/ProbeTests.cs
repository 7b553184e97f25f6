using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class ProbeTests
{
    private const string Right = """{"httpGet":{"path":"/ready","port":8080}}""";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("/health", 8080, "Readiness probe failed: HTTP probe failed with statuscode: 404")]
    [InlineData("/ready", 9090, ":9090/ready\": dial tcp 10.244.1.21:9090: connect: connection refused")]
    public async Task A_readiness_probe_on_the_wrong_place_never_lets_a_pod_be_ready(string path, int port, string words)
    {
        await using var test = await TestWorld.StartAsync();

        test.World.Faults.BreakProbe("shop", "checkout", "readinessProbe", path, port).ShouldBeTrue();
        test.Pass(Minute);

        var pod = (await test.PodsAsync()).Single(pod => pod.Status("Ready") == "False");
        (pod.Phase(), (int)pod.Container()["restartCount"]!).ShouldBe(("Running", 0));
        (await test.EventsAsync("Unhealthy")).ShouldHaveSingleItem().ShouldEndWith(words.Replace("10.244.1.21", pod["status"]!["podIP"]!.ToString()));
    }

    [Theory]
    [InlineData("restart")]
    [InlineData("scale")]
    [InlineData("another wrong path")]
    public async Task Only_the_right_probe_helps(string cure)
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.BreakProbe("shop", "checkout", "readinessProbe", "/health");

        await (cure switch
        {
            "restart" => test.RestartAsync("checkout"),
            "scale" => test.ScaleAsync("checkout", 6),
            _ => test.PatchContainerAsync("checkout", "\"readinessProbe\":{\"httpGet\":{\"path\":\"/readyz\"}}"),
        });
        test.Pass(Minute);
        test.Checkup().Healthy.ShouldBeFalse();

        await test.PatchContainerAsync("checkout", $"\"readinessProbe\":{Right}");
        test.PassUntil(() => test.Checkup().Healthy);
        test.StaysHealthy("checkout", Minute).ShouldBeTrue();
    }

    [Fact]
    public async Task A_liveness_probe_on_the_wrong_path_kills_until_it_is_right()
    {
        await using var test = await TestWorld.StartAsync();

        test.World.Faults.BreakProbe("shop", "checkout", "livenessProbe", "/alive").ShouldBeTrue();
        test.Pass(Minute);

        var pods = await test.PodsAsync();
        pods.ShouldContain(pod => (int)pod.Container()["restartCount"]! > 2);
        (await test.EventsAsync("Killing")).ShouldContain("Container app failed liveness probe, will be restarted");
        await test.RestartAsync("checkout");
        test.Pass(Minute);
        test.StaysHealthy("checkout", Minute).ShouldBeFalse();

        await test.PatchContainerAsync("checkout", """ "livenessProbe":{"httpGet":{"path":"/healthz","port":8080}} """);
        test.PassUntil(() => test.Checkup().Healthy);
        test.StaysHealthy("checkout", Minute * 2).ShouldBeTrue();
    }
}

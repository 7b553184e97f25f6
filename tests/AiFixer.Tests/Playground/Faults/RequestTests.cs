using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class RequestTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("cpu", "200")]
    [InlineData("memory", "300Gi")]
    public async Task A_request_larger_than_any_node_stays_pending(string resource, string amount)
    {
        await using var test = await TestWorld.StartAsync();
        await test.PatchContainerAsync("checkout", "\"resources\":{\"limits\":null}");
        test.PassUntil(() => test.Checkup().Healthy);

        test.World.Faults.RequestTooMuch("shop", "checkout", resource, amount).ShouldBeTrue();
        test.Pass(Minute);

        var pod = (await test.PodsAsync()).Single(pod => pod.Phase() == "Pending");
        var message = $"0/3 nodes are available: 3 Insufficient {resource}. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.";
        pod.Condition("PodScheduled")["message"]!.ToString().ShouldBe(message);
        (await test.EventsAsync("FailedScheduling")).ShouldBe([message]);
        pod.Node().ShouldBeNull();
    }

    [Theory]
    [InlineData("restart")]
    [InlineData("scale")]
    [InlineData("still too much")]
    public async Task Only_a_smaller_request_helps(string cure)
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.RequestTooMuch("shop", "checkout");

        await (cure switch
        {
            "restart" => test.RestartAsync("checkout"),
            "scale" => test.ScaleAsync("checkout", 4),
            _ => test.PatchContainerAsync("checkout", "\"resources\":{\"requests\":{\"cpu\":\"64\"}}"),
        });
        test.Pass(Minute);
        test.Checkup().Healthy.ShouldBeFalse();

        await test.PatchContainerAsync("checkout", "\"resources\":{\"requests\":{\"cpu\":\"500m\"}}");
        test.PassUntil(() => test.Checkup().Healthy);
    }

    [Fact]
    public async Task Nodes_fill_up_by_requests_and_a_pod_that_ends_makes_room()
    {
        await using var test = await TestWorld.StartAsync();
        await test.PatchContainerAsync("catalog", "\"resources\":{\"requests\":{\"cpu\":\"40\"}}");
        await test.ScaleAsync("catalog", 4);
        test.Pass(Minute);
        test.Checkup("catalog").Healthy.ShouldBeFalse();
        (await test.PodsAsync("catalog")).Where(pod => pod.Phase() == "Running" && pod["spec"]!["containers"]![0]!["resources"]!["requests"]!["cpu"]!.ToString() == "40")
            .Select(Look.Node).ShouldBeUnique();

        await test.ScaleAsync("catalog", 3);
        test.PassUntil(() => test.Checkup("catalog").Healthy);
    }
}

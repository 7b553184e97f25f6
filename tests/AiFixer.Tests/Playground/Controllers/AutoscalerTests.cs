using System.Text.Json.Nodes;
using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Controllers;

public sealed class AutoscalerTests
{
    private const string Autoscalers = "/apis/autoscaling/v2/namespaces/shop/horizontalpodautoscalers";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Traffic_above_the_target_makes_more_pods_and_less_traffic_takes_them_away_after_five_minutes()
    {
        await using var test = await TestWorld.StartAsync();
        await CreateAsync(test, "catalog");
        test.World.SetTraffic("shop", "catalog", 350);

        test.Pass(Minute * 3);
        var busy = await ReadAsync(test, "catalog");
        test.Checkup("catalog").Healthy.ShouldBeTrue();
        ((int)busy["status"]!["desiredReplicas"]!).ShouldBe(5);
        busy.Status("ScalingActive").ShouldBe("True");
        (await test.EventsAsync("SuccessfulRescale")).ShouldContain(message => message.StartsWith("New size: ") && message.EndsWith("cpu resource utilization (percentage of request) above target"));

        test.World.SetTraffic("shop", "catalog", 10);
        test.Pass(Minute * 4);
        test.Checkup("catalog").Desired.ShouldBe(5, "a scale-down waits");
        (await ReadAsync(test, "catalog")).Condition("AbleToScale")["reason"]!.ToString().ShouldBe("ScaleDownStabilized");
        test.Pass(Minute * 3);
        test.Checkup("catalog").Desired.ShouldBe(2);
    }

    [Fact]
    public async Task It_goes_no_further_than_its_maximum_and_says_so()
    {
        await using var test = await TestWorld.StartAsync();
        await CreateAsync(test, "catalog", max: 3);
        test.World.SetTraffic("shop", "catalog", 1000);

        test.Pass(Minute * 5);

        test.Checkup("catalog").Desired.ShouldBe(3);
        (await ReadAsync(test, "catalog")).Condition("ScalingLimited")["reason"]!.ToString().ShouldBe("TooManyReplicas");
        test.Checkup("catalog").Healthy.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_requests_it_cannot_tell()
    {
        await using var test = await TestWorld.StartAsync();
        await test.PatchContainerAsync("catalog", "\"resources\":null");
        test.PassUntil(() => test.Checkup("catalog").Healthy);
        await CreateAsync(test, "catalog");

        test.Pass(Minute);

        var condition = (await ReadAsync(test, "catalog")).Condition("ScalingActive");
        condition["reason"]!.ToString().ShouldBe("FailedGetResourceMetric");
        condition["message"]!.ToString().ShouldContain("missing request for cpu in container app of Pod catalog-");
    }

    [Fact]
    public async Task Scaled_to_zero_it_is_off()
    {
        await using var test = await TestWorld.StartAsync();
        await CreateAsync(test, "catalog");

        await test.ScaleAsync("catalog", 0);
        test.Pass(Minute);

        test.Checkup("catalog").Desired.ShouldBe(0);
        (await ReadAsync(test, "catalog")).Condition("ScalingActive")["reason"]!.ToString().ShouldBe("ScalingDisabled");
    }

    [Fact]
    public async Task Less_than_its_minimum_is_raised()
    {
        await using var test = await TestWorld.StartAsync();
        await CreateAsync(test, "catalog");

        await test.ScaleAsync("catalog", 1);
        test.Pass(Minute);

        test.Checkup("catalog").Desired.ShouldBe(2);
    }

    [Fact]
    public async Task A_maximum_below_the_minimum_is_invalid()
    {
        await using var test = await TestWorld.StartAsync();

        var answer = await test.SendAsync(HttpMethod.Post, Autoscalers, Body("catalog", 1));

        (answer.Code, answer.Message).ShouldBe((422, "HorizontalPodAutoscaler.autoscaling \"catalog\" is invalid: spec.maxReplicas: Invalid value: 1: must be greater than or equal to `minReplicas`"));
    }

    private static async Task CreateAsync(TestWorld test, string name, int max = 10) =>
        (await test.SendAsync(HttpMethod.Post, Autoscalers, Body(name, max))).Code.ShouldBe(201);

    private static async Task<JsonNode> ReadAsync(TestWorld test, string name) => (await test.GetAsync($"{Autoscalers}/{name}")).Json;

    private static string Body(string name, int max) => $$$"""
        {"metadata":{"name":"{{{name}}}"},"spec":{"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"{{{name}}}"},"minReplicas":2,"maxReplicas":{{{max}}},
        "metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":70} } }]}}
        """;
}

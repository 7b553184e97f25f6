using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class ControlTests
{
    [Theory]
    [InlineData("missing-image")]
    [InlineData("bad-revision")]
    [InlineData("missing-setting")]
    [InlineData("missing-config-key")]
    [InlineData("memory")]
    [InlineData("probe")]
    [InlineData("request")]
    [InlineData("leak")]
    [InlineData("unfixable")]
    public async Task Every_fault_of_a_deployment_can_be_caused_and_taken_away_over_http(string fault)
    {
        await using var test = await TestWorld.StartAsync();

        (await FaultAsync(test, fault, """{"namespace":"shop","deployment":"checkout"}""")).Code.ShouldBe(200);
        test.Pass(TimeSpan.FromMinutes(2));
        test.StaysHealthy("checkout", TimeSpan.FromSeconds(20)).ShouldBeFalse();

        (await FaultAsync(test, "heal", """{"namespace":"shop","deployment":"checkout"}""")).Code.ShouldBe(200);
        test.Pass(TimeSpan.FromMinutes(1));
        test.StaysHealthy("checkout", TimeSpan.FromMinutes(2)).ShouldBeTrue();
    }

    [Fact]
    public async Task Nodes_fail_and_come_back_over_http()
    {
        await using var test = await TestWorld.StartAsync();

        (await FaultAsync(test, "node-down", """{"node":"node-1"}""")).Code.ShouldBe(200);
        test.Pass(TimeSpan.FromMinutes(1));
        (await test.NodeAsync("node-1")).Status("Ready").ShouldBe("Unknown");

        (await FaultAsync(test, "node-up", """{"node":"node-1"}""")).Code.ShouldBe(200);
        (await test.NodeAsync("node-1")).Status("Ready").ShouldBe("True");
        (await FaultAsync(test, "node-up", """{"node":"none"}""")).Code.ShouldBe(404);
        (await FaultAsync(test, "node-up", "{}")).Code.ShouldBe(400);
        (await FaultAsync(test, "no-such-fault", "{}")).Code.ShouldBe(404);
    }

    private static Task<TestAnswer> FaultAsync(TestWorld test, string name, string body) => test.SendAsync(HttpMethod.Post, $"/world/faults/{name}", body);
}

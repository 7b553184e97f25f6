using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class MemoryTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_container_that_needs_more_than_its_limit_is_killed_again_and_again()
    {
        await using var test = await TestWorld.StartAsync();

        test.World.Faults.OutgrowMemory("shop", "checkout", "400Mi").ShouldBeTrue();
        test.Pass(Minute);

        var pods = await test.PodsAsync();
        pods.ShouldAllBe(pod => pod.Container()["lastState"]!["terminated"]!["reason"]!.ToString() == "OOMKilled");
        pods.ShouldAllBe(pod => (int)pod.Container()["lastState"]!["terminated"]!["exitCode"]! == 137);
        pods.ShouldAllBe(pod => (int)pod.Container()["restartCount"]! > 2);
        (await test.EventsAsync("BackOff")).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("restart")]
    [InlineData("scale")]
    [InlineData("\"resources\":{\"limits\":{\"memory\":\"384Mi\"}}")]
    public async Task Neither_a_restart_nor_more_pods_nor_a_limit_still_too_low_helps(string cure)
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.OutgrowMemory("shop", "checkout", "400Mi");

        await test.DoesNotHelpAsync("checkout", cure);
    }

    [Fact]
    public async Task A_limit_above_the_need_helps()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.OutgrowMemory("shop", "checkout", "400Mi");
        test.Pass(Minute);

        await test.PatchContainerAsync("checkout", "\"resources\":{\"limits\":{\"memory\":\"512Mi\"}}");
        test.PassUntil(() => test.Checkup().Healthy);

        test.StaysHealthy("checkout", Minute * 10).ShouldBeTrue();
    }
}

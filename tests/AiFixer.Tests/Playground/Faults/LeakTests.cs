using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class LeakTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Leaked_connections_get_worse_with_time_and_a_restart_helps_until_they_are_gone_again()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.LeakConnections("shop", "checkout", 0.5).ShouldBeTrue();
        test.StaysHealthy("checkout", Minute * 3).ShouldBeTrue("the pool lasts for 200 seconds");
        Connections(test).ShouldAllBe(used => used >= 80 && used < 100);

        test.Pass(Minute);
        test.Checkup().Ready.ShouldBe(0);
        (await test.LogAsync((await test.PodsAsync())[0])).ShouldContain("no connection left in the pool");

        await test.RestartAsync("checkout");
        test.PassUntil(() => test.Checkup().Healthy);
        test.StaysHealthy("checkout", Minute * 2).ShouldBeTrue();
        test.Pass(Minute * 3);
        test.Checkup().Ready.ShouldBe(0);
    }

    [Fact]
    public async Task More_memory_does_not_help_for_longer_than_its_restart()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.LeakConnections("shop", "checkout", 2);

        await test.PatchContainerAsync("checkout", "\"resources\":{\"limits\":{\"memory\":\"1Gi\"}}");
        test.Pass(Minute * 2);

        test.Checkup().Ready.ShouldBe(0);
    }

    private static List<int> Connections(TestWorld test) =>
        test.World.Inside(plane => plane.Usage.Pods().Where(pod => pod.Workload?.Name == "checkout").Select(pod => pod.Connections).ToList());
}

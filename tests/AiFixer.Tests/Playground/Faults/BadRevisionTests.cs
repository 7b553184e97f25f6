using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class BadRevisionTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_bug_in_a_release_is_cured_by_the_revision_before_and_by_nothing_else()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.BadRevision("shop", "checkout").ShouldBeTrue();
        test.Pass(Minute);
        test.Checkup().Restarts.ShouldBeGreaterThan(2);

        await test.RestartAsync("checkout");
        await test.ScaleAsync("checkout", 5);
        await test.PatchContainerAsync("checkout", "\"resources\":{\"limits\":{\"memory\":\"1Gi\"}}");
        test.Pass(Minute);
        test.Checkup().Healthy.ShouldBeFalse();

        await test.PatchContainerAsync("checkout", "\"image\":\"registry.local/shop/checkout:1.1.0\"");
        test.PassUntil(() => test.Checkup().Healthy);
        test.StaysHealthy("checkout", Minute).ShouldBeTrue();
    }
}

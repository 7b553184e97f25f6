using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class MissingImageTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_image_that_nobody_pushed_is_backed_off_from_while_old_pods_stay()
    {
        await using var test = await TestWorld.StartAsync();

        test.World.Faults.MissingImage("shop", "checkout").ShouldBeTrue();
        test.Pass(Minute);

        var pod = (await test.PodsAsync()).Single(pod => pod.Phase() == "Pending");
        pod.Waiting().ShouldBe("ImagePullBackOff");
        pod.Container()["state"]!["waiting"]!["message"]!.ToString().ShouldStartWith("Back-off pulling image \"registry.local/shop/checkout:1.2.0\"");
        (await test.EventsAsync("Failed")).ShouldContain(message => message.Contains("rpc error: code = NotFound"));
        (await test.LogAsync(pod)).ShouldContain("is waiting to start: trying and failing to pull image");
        test.Checkup().Ready.ShouldBe(3);
    }

    [Fact]
    public async Task A_restart_does_not_help_and_the_revision_before_does()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.MissingImage("shop", "checkout");

        await test.RestartAsync("checkout");
        test.Pass(Minute);
        test.Checkup().Healthy.ShouldBeFalse();

        await test.PatchContainerAsync("checkout", "\"image\":\"registry.local/shop/checkout:1.1.0\"");
        test.PassUntil(() => test.Checkup().Healthy);
        test.StaysHealthy("checkout", Minute).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stock_image_runs_but_is_not_the_software()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.MissingImage("shop", "checkout");

        await test.PatchContainerAsync("checkout", "\"image\":\"nginx:latest\"");
        test.Pass(Minute);

        test.Checkup().Healthy.ShouldBeFalse();
        (await test.EventsAsync("Unhealthy")).ShouldContain(message => message.EndsWith(":8080: connect: connection refused"));
    }
}

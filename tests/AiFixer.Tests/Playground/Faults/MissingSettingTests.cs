using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Faults;

public sealed class MissingSettingTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_container_without_its_setting_says_so_and_exits()
    {
        await using var test = await TestWorld.StartAsync();

        test.World.Faults.MissingSetting("shop", "checkout", "LEDGER_URL").ShouldBeTrue();
        test.Pass(Minute);

        var pod = (await test.PodsAsync()).Single(pod => (int)pod.Container()["restartCount"]! > 0);
        (await test.LogAsync(pod, "?previous=true")).ShouldContain("required setting LEDGER_URL is missing");
    }

    [Theory]
    [InlineData("restart")]
    [InlineData("scale")]
    [InlineData("\"env\":[{\"name\":\"LEDGER\",\"value\":\"x\"}]")]
    [InlineData("\"env\":[{\"name\":\"LEDGER_URL\",\"value\":\"\"}]")]
    public async Task Nothing_but_the_setting_itself_helps(string cure)
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.MissingSetting("shop", "checkout", "LEDGER_URL");

        await test.DoesNotHelpAsync("checkout", cure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Setting_it_helps_and_so_does_the_revision_before(bool set)
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Faults.MissingSetting("shop", "checkout", "LEDGER_URL");
        test.Pass(Minute);

        if (set)
            await test.PatchContainerAsync("checkout", "\"env\":[{\"name\":\"LEDGER_URL\",\"value\":\"http://ledger\"}]");
        else
            await test.RollBackAsync("checkout");
        test.PassUntil(() => test.Checkup().Healthy);

        test.StaysHealthy("checkout", Minute).ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_that_its_config_map_does_not_have_keeps_the_container_from_being_made()
    {
        await using var test = await TestWorld.StartAsync();
        await test.SendAsync(HttpMethod.Post, "/api/v1/namespaces/shop/configmaps", """{"metadata":{"name":"checkout-config"},"data":{"other":"1"}}""");

        test.World.Faults.MissingConfigKey("shop", "checkout", "checkout-config", "timeout").ShouldBeTrue();
        test.Pass(Minute);

        var pod = (await test.PodsAsync()).Single(pod => pod.Phase() == "Pending");
        pod.Waiting().ShouldBe("CreateContainerConfigError");
        (await test.EventsAsync("Failed")).ShouldBe(["Error: couldn't find key timeout in ConfigMap shop/checkout-config"]);
        await test.RestartAsync("checkout");
        test.Pass(Minute);
        test.Checkup().Healthy.ShouldBeFalse();

        await test.MergeAsync("/api/v1/namespaces/shop/configmaps/checkout-config", """{"data":{"timeout":"30"}}""");
        test.PassUntil(() => test.Checkup().Healthy);
    }
}

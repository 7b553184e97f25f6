using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>Fences speak of what is done, however it was said.</summary>
public sealed class KubectlTraitsTests
{
    private const string Plugin = "llm.kubectl_action";

    [Theory]
    [InlineData("scale deployment/catalog --replicas=3 -n shop", "scale", PluginRisk.Medium)]
    [InlineData("rollout restart deployment/catalog -n shop", "restart", PluginRisk.Medium)]
    [InlineData("rollout undo deployment/catalog -n shop", "rollback", PluginRisk.High)]
    [InlineData("cordon node-1", "cordon", PluginRisk.Medium)]
    [InlineData("delete pod POD -n shop", "delete", PluginRisk.Medium)]
    public async Task A_command_is_what_it_does(string command, string verb, PluginRisk risk)
    {
        await using var test = await KubeWorld.StartAsync();
        test.Pass(5);
        var pod = (await test.PodsAsync())[0].Name();

        var preview = await test.PreviewAsync(Plugin, new { command = command.Replace("POD", pod, StringComparison.Ordinal) });

        preview.Error.ShouldBeNull();
        (preview.Traits!.Verb, preview.Traits.Risk).ShouldBe((verb, risk));
        (preview.Traits.Idempotent || preview.Traits.Guarded).ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_plan_is_counts_and_its_risk_is_never_less_than_its_plugins()
    {
        await using var test = await KubeWorld.StartAsync();
        var manifest = test.Plugins.Host.Find(Plugin)!;

        var cordon = PluginTraits.Of(manifest, new PlanTraits("cordon", PluginRisk.Medium, Idempotent: true));

        (cordon.Verb, cordon.Risk, cordon.Idempotent, cordon.Guarded).ShouldBe(("cordon", PluginRisk.High, true, false));
        PluginTraits.Of(manifest, new("delete", PluginRisk.Critical)).Risk.ShouldBe(PluginRisk.Critical);
        PluginTraits.Of(manifest, null).ShouldBe(PluginTraits.Of(manifest));
    }
}

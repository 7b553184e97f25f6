using AiFixer.Playground;
using AiFixer.Plugins;
using AiFixer.Tests.Plugins.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>A command comes to a plugin, and what was disabled stays so however it is called.</summary>
public sealed class KubectlDisabledTests
{
    private const string Restart = """{"command":"kubectl rollout restart deployment/checkout -n shop"}""";

    [Fact]
    public async Task A_command_does_not_get_around_a_plugin_that_was_disabled()
    {
        await using var world = await PracticeWorld.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var settings = new FakeSettings();
        var options = new PluginsOptions { Kubernetes = { ["default"] = new() { Server = world.Url.ToString() } } };
        using var setup = PluginSetup.Create(options, TimeProvider.System, NullLoggerFactory.Instance, null, settings, []);
        var call = new PluginCall(Restart, "INC-1", "a1", "ann", TimeProvider.System.GetUtcNow());
        var plan = (await setup.Host.PreviewAsync("llm.kubectl_action", call, TestContext.Current.CancellationToken)).Plan.ShouldNotBeNull();

        settings.Disable("k8s.restart_deployment");

        var sent = await setup.Host.ExecuteAsync("llm.kubectl_action", call, plan, TestContext.Current.CancellationToken);
        sent.Outcome.ShouldBe(ExecuteOutcome.NotDone);
        sent.Message.ShouldContain("k8s.restart_deployment was disabled by alice");
        world.Record.ShouldNotContain(entry => entry.Changed && !entry.DryRun && entry.Method == "PATCH");
        (await setup.Host.ObserveAsync("llm.kubectl_action", call, plan, TestContext.Current.CancellationToken)).Applied.ShouldBe(ExecuteOutcome.NotDone);
    }
}

using AiFixer.Core.Plugins;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Hosting;

public sealed class PluginStatesTests
{
    [Fact]
    public void Every_plugin_says_whether_it_can_be_called_and_why_not()
    {
        using var test = new HostUnderTest(
            Named("test.ready"), new FakePlugin(Answer, "test.bare") { MissingConfiguration = ["Plugins:X:Address"] }, new Confused());
        test.Host.Registry.Replace("custom", [], [new("custom.broken", "custom.broken: line 3: what is this")]);

        test.Host.States.All.Select(status => (status.Name, status.Source, status.State, status.Reason)).ShouldBe(
        [
            ("custom.broken", "custom", PluginState.Failed, "custom.broken: line 3: what is this"),
            ("test.bare", "built-in", PluginState.NotConfigured, "test.bare is not configured: Plugins:X:Address"),
            ("test.confused", "built-in", PluginState.Failed, "test.confused cannot say whether it is configured: InvalidOperationException: what?"),
            ("test.ready", "built-in", PluginState.Ready, null),
        ]);
        test.Host.States.Find("custom.broken")!.State.ShouldBe(PluginState.Failed);
        test.Host.States.Find("bare")!.Missing.ShouldBe(["Plugins:X:Address"]);
        test.Host.States.Find("nothing").ShouldBeNull();
        test.Host.Plugins.Select(plugin => plugin.Name).ShouldBe(["test.ready"]);
    }

    [Fact]
    public async Task A_plugin_that_cannot_say_whether_it_is_configured_is_not_called()
    {
        using var test = new HostUnderTest(new Confused());

        (await test.RunAsync("test.confused")).Error!.ShouldContain("cannot say whether it is configured");
    }

    private static FakePlugin Named(string name) => new(Answer, name);

    private static Task<PluginResult> Answer(PluginCall call, CancellationToken cancellationToken) => Task.FromResult(PluginResult.Ok("{}", ""));

    private sealed class Confused : IDiagnosticPlugin
    {
        public PluginManifest Manifest { get; } = Named("test.confused").Manifest;

        public IReadOnlyList<string> MissingConfiguration => throw new InvalidOperationException("what?");

        public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("called");
    }
}

using AiFixer.Grains;
using AiFixer.Grains.Plugins;
using AiFixer.Plugins;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Cluster.Tests.Plugins;

public sealed class GrainPluginsTests : IDisposable
{
    private readonly ApplicationLifetime lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly List<string> keys = [];
    private readonly TestAction action = new();
    private readonly PluginSetup setup;
    private readonly GrainPlugins plugins;

    public GrainPluginsTests()
    {
        setup = PluginSetup.Create(
            new(), TimeProvider.System, NullLoggerFactory.Instance, action, new TestPlugin("test.read", _ => Task.FromResult(PluginResult.Ok("{}", "read"))));
        plugins = new(new(setup.Host), NoGrain, lifetime, NullLogger<GrainPlugins>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => setup.Dispose();

    [Fact]
    public async Task When_no_grain_answers_the_plugin_is_asked_without_one()
    {
        (await plugins.RunAsync("test.read", Call("{}"), Stop)).Success.ShouldBeTrue();
        (await plugins.PreviewAsync("test.act", Call("{}"), Stop)).Plan.ShouldBe(TestAction.Plan);
        (await plugins.ObserveAsync("test.act", Call("{}"), TestAction.Plan, Stop)).ShouldBe(TestAction.Seen);
    }

    [Theory]
    [InlineData("""{"connection":"main"}""", "test.read@main")]
    [InlineData("""{}""", "test.read@default")]
    [InlineData("""{"connection":7}""", "test.read@default")]
    [InlineData("""[]""", "test.read@default")]
    [InlineData("not json", "test.read@default")]
    public async Task A_grain_is_for_one_plugin_and_one_connection(string arguments, string key)
    {
        await plugins.RunAsync("test.read", Call(arguments), Stop);

        keys.ShouldBe([key]);
    }

    [Fact]
    public async Task Looking_at_a_change_goes_to_where_it_was_made()
    {
        await plugins.ObserveAsync("test.act", Call("{}"), TestAction.Plan, Stop);

        keys.ShouldBe(["test.act@main"]);
    }

    [Fact]
    public async Task What_changes_the_world_goes_through_no_grain()
    {
        (await plugins.ExecuteAsync("test.act", Call("{}"), TestAction.Plan, Stop)).Outcome.ShouldBe(ExecuteOutcome.Done);

        keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_that_ends_asks_its_plugins_itself()
    {
        lifetime.StopApplication();

        (await plugins.RunAsync("test.read", Call("{}"), Stop)).Success.ShouldBeTrue();
        keys.ShouldBeEmpty();
    }

    private static PluginCall Call(string arguments) => new(arguments, "INC-1", null, "tester", TimeProvider.System.GetUtcNow());

    private IPluginGrain NoGrain(string key)
    {
        keys.Add(key);
        throw new TimeoutException();
    }
}

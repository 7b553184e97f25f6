using System.Text.Json;
using AiFixer.Playground.Docker;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Plugins.Docker;

/// <summary>A practice Docker Engine and plugins connected to it.</summary>
internal sealed class DockerTestHost : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private PluginSetup setup = null!;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public DockerWorld World { get; private set; } = null!;

    public DockerEngine Engine { get; private set; } = null!;

    public static async Task<DockerTestHost> StartAsync(Action<PluginsOptions>? configure = null)
    {
        var host = new DockerTestHost { World = new(TimeProvider.System) };
        host.Engine = await DockerEngine.StartAsync(host.World, host.folder.File("docker.sock"), Stop);
        var options = new PluginsOptions { Docker = { ["default"] = new() { Socket = host.Engine.Socket } } };
        options.Host.ReadRetries = 0;
        configure?.Invoke(options);
        host.setup = PluginSetup.Create(options, TimeProvider.System, NullLoggerFactory.Instance);
        return host;
    }

    public Task<PreviewResult> PreviewAsync(object arguments) => setup.Host.PreviewAsync("docker.restart", Call(arguments), Stop);

    public async Task<ActionPlan> PlanAsync(object arguments)
    {
        var preview = await PreviewAsync(arguments);
        preview.Error.ShouldBeNull();
        return preview.Plan!;
    }

    public Task<ExecuteResult> ExecuteAsync(object arguments, ActionPlan plan, Func<bool>? mayLeave = null) =>
        setup.Host.ExecuteAsync("docker.restart", Call(arguments) with { MayLeave = mayLeave ?? (() => true) }, plan, Stop);

    public Task<Observation> ObserveAsync(object arguments, ActionPlan plan) =>
        setup.Host.ObserveAsync("docker.restart", Call(arguments), plan, Stop);

    public async ValueTask DisposeAsync()
    {
        setup.Dispose();
        await Engine.DisposeAsync();
        folder.Dispose();
    }

    private static PluginCall Call(object arguments) =>
        new(arguments as string ?? JsonSerializer.Serialize(arguments), "INC-1", "INC-1-A1", "tester", TimeProvider.System.GetUtcNow());
}

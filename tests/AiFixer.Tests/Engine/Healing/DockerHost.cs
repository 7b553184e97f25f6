using AiFixer.Core.Ports;
using AiFixer.Playground.Docker;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Healing;

/// <summary>A Docker Engine on a real socket with the containers of the shipped playbooks, by the test's clock.</summary>
internal sealed class DockerHost : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private DockerEngine engine = null!;
    private PluginSetup setup = null!;

    private DockerHost(ManualTime time)
    {
        World = new(time);
        World.Add("momo-db", project: "momo", service: "momo-db");
        World.Add("momo-pro-system");
        World.Add("momo-scheduler");
    }

    public DockerWorld World { get; }

    public IPluginHost Plugins => setup.Host;

    public static async Task<DockerHost> StartAsync(ManualTime time)
    {
        var host = new DockerHost(time);
        host.engine = await DockerEngine.StartAsync(host.World, host.folder.File("docker.sock"), TestContext.Current.CancellationToken);
        var options = new PluginsOptions { Docker = { ["default"] = new() { Socket = host.engine.Socket } } };
        options.Host.ReadRetries = 0;
        host.setup = PluginSetup.Create(options, time, NullLoggerFactory.Instance);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        setup.Dispose();
        await engine.DisposeAsync();
        folder.Dispose();
    }
}

using AiFixer.Core.Ports;
using AiFixer.Grains;
using AiFixer.Grains.Plugins;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Orleans.TestingHost;

namespace AiFixer.Cluster.Tests.Plugins;

/// <summary>One silo with plugins of the test's, asked as a node asks them.</summary>
internal sealed class PluginCluster : IAsyncDisposable
{
    public const int Limit = 2;
    private readonly InProcessTestCluster cluster;
    private readonly PluginSetup setup;

    private PluginCluster(InProcessTestCluster cluster, PluginSetup setup, ManualTime time)
    {
        (this.cluster, this.setup, Time) = (cluster, setup, time);
        var grains = cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();
        Plugins = new GrainPlugins(
            new(setup.Host), key => grains.GetGrain<IPluginGrain>(key), new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), NullLogger<GrainPlugins>.Instance);
    }

    public ManualTime Time { get; }

    public IPluginHost Plugins { get; }

    public static async Task<PluginCluster> StartAsync(params IPlugin[] plugins)
    {
        var time = new ManualTime();
        var options = new PluginsOptions { Host = new() { MaxConcurrentCalls = Limit, ReadRetries = 0 } };
        var setup = PluginSetup.Create(options, time, NullLoggerFactory.Instance, plugins);
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) => silo.Services.AddSingleton(new LocalPlugins(setup.Host)));
        builder.ConfigureSiloHost((_, application) => application.Logging.ClearProviders());
        builder.ConfigureClientHost(application => application.Logging.ClearProviders());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, setup, time);
    }

    public Task<PluginResult> RunAsync(string plugin, CancellationToken cancellationToken) =>
        Plugins.RunAsync(plugin, Call(), cancellationToken);

    public PluginCall Call() => new("{}", "INC-1", "INC-1/a1", "tester", Time.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        setup.Dispose();
    }
}

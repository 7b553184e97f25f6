using System.Text.Json;
using AiFixer.Playground;
using AiFixer.Playground.Recording;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>A practice world with a clock of its own, and plugins connected to it.</summary>
internal sealed class KubeWorld : IAsyncDisposable
{
    private readonly PluginSetup setup;
    private bool stopped;

    private KubeWorld(PracticeWorld world, PluginSetup setup) => (World, this.setup) = (world, setup);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ManualTime Time { get; private init; } = null!;

    public PracticeWorld World { get; }

    public PluginSetup Plugins => setup;

    /// <summary>The writes that really changed something.</summary>
    public IEnumerable<RecordEntry> Changes => World.Record.Where(e => e.Changed && !e.DryRun);

    public static async Task<KubeWorld> StartAsync(string? token = null, Action<PluginsOptions>? configure = null)
    {
        var time = new ManualTime(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var world = await PracticeWorld.StartAsync(new() { Time = time, BearerToken = token }, Stop);
        var options = new PluginsOptions
        {
            Kubernetes = { ["default"] = new() { Server = world.Url.ToString(), Token = token } },
            Prometheus = { ["default"] = new() { Url = world.Addresses.PrometheusUrl.ToString() } },
            Loki = { ["default"] = new() { Url = world.Addresses.LokiUrl.ToString() } },
        };
        options.Host.ReadRetryDelay = TimeSpan.Zero;
        configure?.Invoke(options);
        return new(world, PluginSetup.Create(options, time, NullLoggerFactory.Instance)) { Time = time };
    }

    public async Task<JsonElement> AskAsync(string plugin, object arguments)
    {
        var result = await RunAsync(plugin, arguments);
        result.Error.ShouldBeNull();
        return JsonSerializer.Deserialize<JsonElement>(result.Data!);
    }

    public Task<PluginResult> RunAsync(string plugin, object arguments) => setup.Host.RunAsync(plugin, Call(arguments), Stop);

    public Task<PreviewResult> PreviewAsync(string plugin, object arguments) => setup.Host.PreviewAsync(plugin, Call(arguments), Stop);

    public async Task<ActionPlan> PlanAsync(string plugin, object arguments)
    {
        var preview = await PreviewAsync(plugin, arguments);
        preview.Error.ShouldBeNull();
        return preview.Plan!;
    }

    public Task<ExecuteResult> ExecuteAsync(string plugin, object arguments, ActionPlan plan, Func<bool>? mayLeave = null) =>
        setup.Host.ExecuteAsync(plugin, Call(arguments) with { MayLeave = mayLeave ?? (() => true) }, plan, Stop);

    public Task<Observation> ObserveAsync(string plugin, object arguments, ActionPlan plan) =>
        setup.Host.ObserveAsync(plugin, Call(arguments), plan, Stop);

    /// <summary>Lets the controllers work.</summary>
    public void Pass(double seconds, double step = 0.1)
    {
        for (var done = 0.0; done < seconds; done += step)
        {
            Time.Advance(TimeSpan.FromSeconds(step));
            World.Tick();
        }
    }

    public async Task StopWorldAsync()
    {
        stopped = true;
        await World.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        setup.Dispose();
        if (!stopped)
            await World.DisposeAsync();
    }

    private PluginCall Call(object arguments) =>
        new(arguments as string ?? JsonSerializer.Serialize(arguments), "INC-1", "INC-1-A1", "tester", Time.GetUtcNow());
}

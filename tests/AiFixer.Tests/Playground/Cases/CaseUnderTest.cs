using System.Text.Json;
using AiFixer.Playground.Cases;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Playground.Cases;

/// <summary>A frozen incident served as a world, and the ordinary plugins connected to it.</summary>
internal sealed class CaseUnderTest : IAsyncDisposable
{
    private readonly FrozenWorld world;
    private readonly PluginSetup setup;
    private readonly DateTimeOffset now;

    private CaseUnderTest(FrozenWorld world, PluginSetup setup, DateTimeOffset now, string folder) =>
        (this.world, this.setup, this.now, Folder) = (world, setup, now, folder);

    public string Folder { get; }

    public static async Task<CaseUnderTest> StartAsync(string folder)
    {
        var incident = FrozenCase.Load(folder);
        var world = await FrozenWorld.StartAsync(incident, cancellationToken: TestContext.Current.CancellationToken);
        var options = new PluginsOptions
        {
            Kubernetes = { ["default"] = new() { Server = world.Url.ToString() } },
            Prometheus = { ["default"] = new() { Url = world.Addresses.PrometheusUrl.ToString() } },
            Loki = { ["default"] = new() { Url = world.Addresses.LokiUrl.ToString() } },
            Jaeger = { ["default"] = new() { Url = world.Addresses.JaegerUrl.ToString() } },
            Insights = { ["default"] = new() { Url = world.Addresses.InsightsUrl.ToString() } },
            Changes = { ["default"] = new() { Url = world.Addresses.ChangesUrl.ToString() } },
        };
        options.Host.ReadRetries = 0;
        options.Host.MaxOutputBytes = 16 * 1024 * 1024;
        return new(world, PluginSetup.Create(options, new ManualTime(incident.Now), NullLoggerFactory.Instance), incident.Now, folder);
    }

    public Task<PluginResult> RunAsync(string plugin, object arguments) =>
        setup.Host.RunAsync(plugin, new(JsonSerializer.Serialize(arguments), "INC-1", null, "tester", now), TestContext.Current.CancellationToken);

    public async Task<JsonElement> AskAsync(string plugin, object arguments)
    {
        var result = await RunAsync(plugin, arguments);
        result.Error.ShouldBeNull($"{plugin} {JsonSerializer.Serialize(arguments)} in {Folder}");
        return JsonSerializer.Deserialize<JsonElement>(result.Data!);
    }

    public bool Has(string file) => File.Exists(PathOf(file));

    public string Text(string file) => File.ReadAllText(PathOf(file));

    public JsonElement Json(string file) => JsonSerializer.Deserialize<JsonElement>(Text(file));

    public string PathOf(string file) => Path.Combine(Folder, file);

    public async ValueTask DisposeAsync()
    {
        setup.Dispose();
        await world.DisposeAsync();
    }
}

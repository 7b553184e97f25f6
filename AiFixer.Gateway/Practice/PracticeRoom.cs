using AiFixer.Playground;

namespace AiFixer.Gateway.Practice;

/// <summary>A world to practise in beside the service: in Development only, unless <c>Practice:Enabled</c> says otherwise there.</summary>
internal sealed class PracticeRoom : IAsyncDisposable
{
    private readonly PracticeWorld world;

    private PracticeRoom(PracticeWorld world) => this.world = world;

    public static async Task<PracticeRoom?> OpenAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        if (!builder.Environment.IsDevelopment() || !builder.Configuration.GetValue("Practice:Enabled", true))
            return null;
        var world = await PracticeWorld.StartAsync(new() { Port = builder.Configuration.GetValue("Practice:Port", 0) }, cancellationToken);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Plugins:Kubernetes:default:Server", world.Url.ToString()),
            new("Plugins:Prometheus:default:Url", world.Addresses.PrometheusUrl.ToString()),
            new("Plugins:Loki:default:Url", world.Addresses.LokiUrl.ToString()),
        ]);
        return new(world);
    }

    public void Add(IServiceCollection services) => services
        .AddSingleton(world)
        .AddSingleton<PracticeAddress>()
        .AddHostedService<PracticeMonitor>()
        .AddHostedService<PracticeGreeting>();

    public ValueTask DisposeAsync() => world.DisposeAsync();
}

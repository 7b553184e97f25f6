using AiFixer.Playground;
using AiFixer.Playground.Lark;

namespace AiFixer.Gateway.Practice;

/// <summary>A world and a Lark to practise in beside the service: in Development only, unless <c>Practice:Enabled</c> says otherwise there.</summary>
internal sealed class PracticeRoom : IAsyncDisposable
{
    private readonly PracticeWorld world;
    private readonly PracticeLark? lark;

    private PracticeRoom(PracticeWorld world, PracticeLark? lark) => (this.world, this.lark) = (world, lark);

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
        return new(world, await PracticeLarkSettings.StartAsync(builder.Configuration, cancellationToken));
    }

    public void Add(IServiceCollection services)
    {
        services
            .AddSingleton(world)
            .AddSingleton<PracticeAddress>()
            .AddHostedService<PracticeMonitor>()
            .AddHostedService<PracticeGreeting>();
        if (lark is not null)
            services.AddSingleton(lark);
    }

    public async ValueTask DisposeAsync()
    {
        if (lark is not null)
            await lark.DisposeAsync();
        await world.DisposeAsync();
    }
}

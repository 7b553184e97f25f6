using AiFixer.Playground.Api;

namespace AiFixer.Playground.Docker;

/// <summary>A Docker Engine on a unix socket, good enough for the <c>docker</c> command. It runs nothing.</summary>
public sealed class DockerEngine : IAsyncDisposable
{
    private readonly WebApplication app;

    private DockerEngine(WebApplication app, string socket) => (this.app, Socket) = (app, socket);

    /// <summary>Where it listens.</summary>
    public string Socket { get; }

    /// <summary>Starts it over a world.</summary>
    public static async Task<DockerEngine> StartAsync(DockerWorld world, string socket, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.ListenUnixSocket(socket);
        });
        var app = builder.Build();
        var api = new DockerApi(world);
        app.Run(api.HandleAsync);
        await app.StartAsync(cancellation);
        return new(app, socket);
    }

    /// <summary>Stops it at once.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}

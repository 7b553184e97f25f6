using AiFixer.Playground.Api;
using AiFixer.Playground.Observability;

namespace AiFixer.Playground.Cases;

/// <summary>A frozen incident, served by the same APIs that a living world has. Its clock stands at the incident's moment.</summary>
public sealed class FrozenWorld : IAsyncDisposable
{
    private readonly ApiHost host;

    private FrozenWorld(ApiHost host) => this.host = host;

    /// <summary>Where the Kubernetes API listens.</summary>
    public Uri Url => host.Url;

    /// <summary>Where everything else is.</summary>
    public WorldAddresses Addresses => new(host.Url);

    /// <summary>Starts serving a case; it does until it is disposed.</summary>
    public static async Task<FrozenWorld> StartAsync(FrozenCase incident, int port = 0, CancellationToken cancellationToken = default)
    {
        var kubernetes = new FrozenKubernetes(incident);
        var telemetry = new TelemetryHost(new FrozenTelemetry(incident), kubernetes.HandleAsync);
        return new(await ApiHost.StartAsync(port, telemetry.HandleAsync, kubernetes.HandleAsync, cancellationToken));
    }

    /// <summary>A kubeconfig that leads here.</summary>
    public string Kubeconfig() => KubeconfigText.For(Url, null);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => host.DisposeAsync();
}

using System.Security.Cryptography.X509Certificates;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The HTTP client of a connection, made anew when its endpoint changes.</summary>
internal sealed class KubeHttp(IEndpointSource endpoints, Func<KubeEndpoint, HttpMessageHandler> handlers) : IDisposable
{
    private readonly Lock gate = new();
    private (KubeEndpoint Endpoint, X509Certificate2? Certificate, HttpClient Client)? current;

    /// <exception cref="KubeAccessException">It cannot be told.</exception>
    public KubeEndpoint Endpoint() => endpoints.Current();

    /// <summary>Connections are made with a certificate and keep it, so a new one needs new connections.</summary>
    public HttpClient ClientFor(KubeEndpoint endpoint, KubeIdentity identity)
    {
        lock (gate)
        {
            // A replaced client is not disposed: requests may still be on it, and its idle connections end by themselves.
            if (current is not { } kept || !ReferenceEquals(kept.Endpoint, endpoint) || !ReferenceEquals(kept.Certificate, identity.Certificate))
                current = kept = (endpoint, identity.Certificate, Create(endpoint, identity.Certificate));
            return kept.Client;
        }
    }

    public void Dispose() => current?.Client.Dispose();

    /// <summary>Proxies are used only where the kubeconfig names one, and redirects never.</summary>
    public static SocketsHttpHandler SocketsFor(KubeEndpoint endpoint) => new()
    {
        SslOptions = endpoint.Tls.ToOptions(),
        UseProxy = endpoint.Proxy is not null,
        Proxy = endpoint.Proxy is null ? null : new System.Net.WebProxy(endpoint.Proxy),
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        AutomaticDecompression = System.Net.DecompressionMethods.GZip,
    };

    private HttpClient Create(KubeEndpoint endpoint, X509Certificate2? certificate)
    {
        var handler = handlers(certificate is null ? endpoint : endpoint with { Tls = endpoint.Tls with { Client = certificate } });
        return new(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }
}

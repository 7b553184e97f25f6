namespace AiFixer.Plugins.Kubernetes;

/// <summary>The HTTP client of a connection, made anew when its endpoint changes.</summary>
internal sealed class KubeHttp(IEndpointSource endpoints, Func<KubeEndpoint, HttpMessageHandler> handlers) : IDisposable
{
    private const int MaxAnswerBytes = 64 * 1024 * 1024;
    private readonly Lock gate = new();
    private (KubeEndpoint Endpoint, HttpClient Client)? current;

    /// <exception cref="KubeAccessException">The endpoint cannot be told.</exception>
    public (KubeEndpoint Endpoint, HttpClient Client) Current()
    {
        var endpoint = endpoints.Current();
        lock (gate)
        {
            // A replaced client is not disposed: requests may still be on it, and its idle connections end by themselves.
            if (current is not { } kept || !ReferenceEquals(kept.Endpoint, endpoint))
                current = kept = (endpoint, Create(endpoint));
            return kept;
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

    private HttpClient Create(KubeEndpoint endpoint) => new(handlers(endpoint), disposeHandler: true)
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };
}

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Where a cluster's API is and how to be let in.</summary>
internal sealed record KubeEndpoint(Uri Server, KubeTls Tls, ICredential Credential, Uri? Proxy = null)
{
    /// <summary>Secrets in clear text never leave this machine.</summary>
    public static bool WouldLeak(Uri server, bool hasSecret) => hasSecret && server.Scheme == "http" && !server.IsLoopback;

    /// <summary>The server may be published under a path.</summary>
    public Uri Locate(string path) => new(Server.AbsoluteUri.TrimEnd('/') + path);
}

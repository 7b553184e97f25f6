namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// How to reach one cluster: a kubeconfig, or a server with credentials, or the cluster this process runs in.
/// </summary>
public sealed class KubernetesConnectionOptions
{
    /// <summary>A kubeconfig file, or several as in the variable KUBECONFIG (merged, the first wins).</summary>
    public string? Kubeconfig { get; set; }

    /// <summary>The kubeconfig's context; its current one when empty.</summary>
    public string? Context { get; set; }

    /// <summary>Address of the API server, such as <c>https://10.0.0.1:6443</c>.</summary>
    public string? Server { get; set; }

    /// <summary>Use the service account of the pod this runs in.</summary>
    public bool InCluster { get; set; }

    /// <summary>A bearer token. Better from the environment than from a file that is checked in.</summary>
    public string? Token { get; set; }

    /// <summary>A file with a bearer token; read again as it rotates. Wins over <see cref="Token"/>.</summary>
    public string? TokenFile { get; set; }

    /// <summary>A PEM file with the authorities that may vouch for the server; the system's when empty.</summary>
    public string? CertificateAuthority { get; set; }

    /// <summary>A PEM file with a client certificate.</summary>
    public string? ClientCertificate { get; set; }

    /// <summary>A PEM file with the client certificate's key.</summary>
    public string? ClientKey { get; set; }

    /// <summary>The name the server's certificate must carry, where it is not the address.</summary>
    public string? TlsServerName { get; set; }

    /// <summary>Do not verify the server's certificate. For practice only.</summary>
    public bool InsecureSkipTlsVerify { get; set; }

    /// <summary>The namespaces in which something may be changed, which the doctor asks about; all when there are none.</summary>
    public IList<string> Namespaces { get; } = [];

    /// <summary>How long one request may take.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests to this cluster at a time.</summary>
    public int MaxConcurrentRequests { get; set; } = 16;
}

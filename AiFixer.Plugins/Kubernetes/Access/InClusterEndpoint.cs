namespace AiFixer.Plugins.Kubernetes;

/// <summary>The API of the cluster this process is a pod of.</summary>
internal static class InClusterEndpoint
{
    private const string Folder = "/var/run/secrets/kubernetes.io/serviceaccount";

    public static bool IsThere(Func<string, string?> environment) => !string.IsNullOrEmpty(environment("KUBERNETES_SERVICE_HOST"));

    public static KubeEndpoint Create(Func<string, string?> environment, TimeProvider time, string folder = Folder)
    {
        var host = environment("KUBERNETES_SERVICE_HOST");
        var port = environment("KUBERNETES_SERVICE_PORT");
        if (string.IsNullOrEmpty(host) || string.IsNullOrEmpty(port))
            throw new KubeAccessException("not in a cluster: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set");
        var authority = Path.Combine(folder, "ca.crt");
        return new(
            new($"https://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{port}"),
            new(Pem.Authorities(Pem.Read(authority), authority)),
            new TokenFileCredential(Path.Combine(folder, "token"), time));
    }
}

using AiFixer.Plugins.Connections;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The configured clusters by connection name.</summary>
internal sealed class KubeClients : IConnectionStatuses, IDisposable
{
    private const string DefaultName = "default";
    private readonly Dictionary<string, KubeClient> clients = new(StringComparer.Ordinal);

    public KubeClients(
        PluginsOptions options, TimeProvider time, Func<string, string?> environment, Func<KubeEndpoint, HttpMessageHandler>? handlers = null)
    {
        var connections = new Dictionary<string, KubernetesConnectionOptions>(options.Kubernetes, StringComparer.Ordinal);
        if (connections.Count == 0 && InClusterEndpoint.IsThere(environment))
            connections[DefaultName] = new() { InCluster = true };
        foreach (var (name, connection) in connections)
            clients[name] = Create(name, connection);

        KubeClient Create(string name, KubernetesConnectionOptions connection) => new(
            new(
                name, connection, new(Endpoints(connection, time, environment), handlers ?? KubeHttp.SocketsFor),
                new Circuit("kubernetes", name, options.Circuit, time), time),
            time);
    }

    public IReadOnlyList<string> Names => [.. clients.Keys];

    /// <summary>What is meant when no connection is named.</summary>
    public string Default => clients.Count == 1 ? clients.Keys.Single() : DefaultName;

    public IReadOnlyList<string> Missing => clients.Count > 0
        ? []
        : [$"{PluginsOptions.Section}:Kubernetes:{DefaultName}:Kubeconfig (or Server, or InCluster)"];

    public IReadOnlyList<ConnectionStatus> All => [.. clients.Values.Select(c => c.Connection.Circuit.Status)];

    /// <summary>The schema lets only configured names through.</summary>
    public KubeClient this[string name] => clients[name];

    public KubeClient? Find(string name) => clients.GetValueOrDefault(name);

    public void Dispose()
    {
        foreach (var client in clients.Values)
            client.Dispose();
    }

    private static IEndpointSource Endpoints(
        KubernetesConnectionOptions options, TimeProvider time, Func<string, string?> environment) => options switch
        {
            { InCluster: true } => new DirectEndpointSource(() => InClusterEndpoint.Create(environment, time)),
            { Kubeconfig.Length: > 0 } => new KubeconfigEndpointSource(options.Kubeconfig, options.Context, time),
            _ => DirectEndpointSource.Server(options, time),
        };
}

using AiFixer.Plugins.Connections;

namespace AiFixer.Plugins.Docker;

/// <summary>The configured Docker Engines by connection name.</summary>
internal sealed class DockerClients : IConnectionStatuses, IDisposable
{
    private readonly Dictionary<string, DockerClient> clients = new(StringComparer.Ordinal);

    public DockerClients(PluginsOptions options, TimeProvider time)
    {
        foreach (var (name, connection) in options.Docker)
            clients[name] = new(name, connection, new Circuit("docker", name, options.Circuit, time), time);
    }

    public IReadOnlyList<string> Names => [.. clients.Keys];

    public IReadOnlyList<string> Missing => clients.Count > 0
        ? []
        : [$"{PluginsOptions.Section}:{nameof(PluginsOptions.Docker)}:{ConnectionName.Default}:{nameof(DockerConnectionOptions.Socket)}"];

    public IReadOnlyList<ConnectionStatus> All => [.. clients.Values.Select(c => c.Circuit.Status)];

    /// <summary>The schema lets only configured names through.</summary>
    public DockerClient this[string name] => clients[name];

    public DockerClient? Find(string name) => clients.GetValueOrDefault(name);

    public void Dispose()
    {
        foreach (var client in clients.Values)
            client.Dispose();
    }
}

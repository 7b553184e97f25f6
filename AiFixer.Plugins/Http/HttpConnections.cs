using AiFixer.Plugins.Connections;

namespace AiFixer.Plugins.Http;

/// <summary>The configured services of one kind, by connection name.</summary>
internal sealed class HttpConnections : IConnectionStatuses, IDisposable
{
    private readonly Dictionary<string, HttpConnection> connections;
    private readonly string section;

    /// <param name="title">What people call the service: <c>Prometheus</c>.</param>
    /// <param name="section">Its configuration section below <c>Plugins</c>, which is also its family of connections.</param>
    public HttpConnections(
        string title, string section, IEnumerable<KeyValuePair<string, HttpConnectionOptions>> options, CircuitOptions circuit, TimeProvider time,
        Func<HttpConnectionOptions, HttpMessageHandler>? handlers = null)
    {
        (Title, this.section) = (title, section);
        connections = options.ToDictionary(
            o => o.Key,
            o => new HttpConnection(
                $"{title} '{o.Key}'", o.Value, new(section.ToLowerInvariant(), o.Key, circuit, time), (handlers ?? HttpSockets.For)(o.Value), time),
            StringComparer.Ordinal);
    }

    public string Title { get; }

    public IReadOnlyList<string> Names => [.. connections.Keys];

    public IReadOnlyList<string> Missing => connections.Count > 0 ? [] : [$"{PluginsOptions.Section}:{section}:{ConnectionName.Default}:Url"];

    public IReadOnlyList<ConnectionStatus> All => [.. connections.Values.Select(c => c.Circuit.Status)];

    /// <summary>The schema lets only configured names through.</summary>
    public HttpConnection this[string name] => connections[name];

    public void Dispose()
    {
        foreach (var connection in connections.Values)
            connection.Dispose();
    }
}

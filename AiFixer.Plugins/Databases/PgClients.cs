using AiFixer.Plugins.Connections;

namespace AiFixer.Plugins.Databases;

/// <summary>The configured databases by connection name. There is no other way to reach one.</summary>
internal sealed class PgClients : IConnectionStatuses, IDisposable
{
    private readonly Dictionary<string, PgClient> clients = new(StringComparer.Ordinal);

    public PgClients(PluginsOptions options, TimeProvider time)
    {
        foreach (var (name, connection) in options.Postgres)
            clients[name] = new(name, connection, new Circuit("postgres", name, options.Circuit, time), time);
    }

    public IReadOnlyList<string> Names => [.. clients.Keys];

    public IReadOnlyList<string> Missing => clients.Count > 0
        ? []
        : [$"{PluginsOptions.Section}:{nameof(PluginsOptions.Postgres)}:{ConnectionName.Default}:{nameof(PostgresConnectionOptions.Dsn)}"];

    public IReadOnlyList<ConnectionStatus> All => [.. clients.Values.Select(c => c.Circuit.Status)];

    /// <summary>The schema lets only configured names through.</summary>
    public PgClient this[string name] => clients[name];

    public PgClient? Find(string name) => clients.GetValueOrDefault(name);

    public void Dispose()
    {
        foreach (var client in clients.Values)
            client.Dispose();
    }
}

using AiFixer.Core.Ports;
using AiFixer.Plugins.Changes;
using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Databases;
using AiFixer.Plugins.Http;
using AiFixer.Plugins.Insights;
using AiFixer.Plugins.Kubernetes;
using AiFixer.Plugins.Sentry;
using AiFixer.Plugins.SigNoz;
using AiFixer.Plugins.Traces;

namespace AiFixer.Plugins;

/// <summary>The plugins that read monitoring, logs, traces and changes over HTTP, with their connections.</summary>
internal sealed class ServicePlugins : IConnectionStatuses, IDisposable
{
    private readonly List<HttpConnections> families = [];

    public ServicePlugins(
        PluginsOptions options, TimeProvider time, KubeClients clusters, PgClients databases, IReportedChanges? reported,
        Func<HttpConnectionOptions, HttpMessageHandler>? handlers = null)
    {
        var prometheus = Family("Prometheus", nameof(options.Prometheus), options.Prometheus);
        var loki = Family("Loki", nameof(options.Loki), options.Loki);
        var jaeger = Family("Jaeger", nameof(options.Jaeger), options.Jaeger);
        var signoz = Family("SigNoz", nameof(options.SigNoz), options.SigNoz);
        var sentry = Family("Sentry", nameof(options.Sentry), options.Sentry);
        var insights = Family("database monitoring", nameof(options.Insights), options.Insights);
        var changes = Family("change service", nameof(options.Changes), options.Changes);
        All =
        [
            new Prometheus.Query(prometheus),
            new Prometheus.QueryRange(prometheus),
            new Loki.Query(loki),
            new Search(new(jaeger, signoz)),
            new GoldMetrics(signoz),
            new GetIssue(sentry, options.Sentry),
            new DatabaseInsights(new MonitoringEndpoint(insights), new LiveInsights(databases)),
            new Recent(Sources(reported, changes, clusters), changes.Missing),
        ];

        HttpConnections Family<T>(string title, string section, Dictionary<string, T> configured)
            where T : HttpConnectionOptions
        {
            var family = new HttpConnections(
                title, section, configured.Select(c => KeyValuePair.Create(c.Key, (HttpConnectionOptions)c.Value)), options.Circuit, time, handlers);
            families.Add(family);
            return family;
        }
    }

    public IReadOnlyList<IPlugin> All { get; }

    IReadOnlyList<ConnectionStatus> IConnectionStatuses.All => [.. families.SelectMany(f => f.All)];

    public void Dispose() => families.ForEach(f => f.Dispose());

    private static List<IChangeSource> Sources(IReportedChanges? reported, HttpConnections changes, KubeClients clusters) =>
    [
        .. reported is null ? Array.Empty<IChangeSource>() : [new PostedChanges(reported)],
        .. changes.Names.Select(name => new ChangeService(changes[name])),
        .. clusters.Names.Select(name => new KubernetesRollouts(name, clusters[name])),
    ];
}

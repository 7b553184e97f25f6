using AiFixer.Playground.Cases;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>The configuration that connects the ordinary plugins to a frozen world, to no more of it than the case has data of.</summary>
internal static class CaseConnections
{
    public static IConfiguration Of(FrozenCase incident, FrozenWorld world) =>
        new ConfigurationBuilder().AddInMemoryCollection(incident.Sources.Select(source => Setting(source, world))).Build();

    private static KeyValuePair<string, string?> Setting(CaseSource source, FrozenWorld world) => source switch
    {
        CaseSource.Kubernetes => new("Plugins:Kubernetes:default:Server", world.Url.ToString()),
        CaseSource.Metrics => new("Plugins:Prometheus:default:Url", world.Addresses.PrometheusUrl.ToString()),
        CaseSource.Logs => new("Plugins:Loki:default:Url", world.Addresses.LokiUrl.ToString()),
        CaseSource.Traces => new("Plugins:Jaeger:default:Url", world.Addresses.JaegerUrl.ToString()),
        CaseSource.Database => new("Plugins:Insights:default:Url", world.Addresses.InsightsUrl.ToString()),
        CaseSource.Changes => new("Plugins:Changes:default:Url", world.Addresses.ChangesUrl.ToString()),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "This source has no plugin."),
    };
}

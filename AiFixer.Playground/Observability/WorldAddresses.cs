namespace AiFixer.Playground.Observability;

/// <summary>Where a world's services are, below its address.</summary>
/// <param name="World">The world's address, which is Kubernetes' own.</param>
public sealed record WorldAddresses(Uri World)
{
    internal const string Prometheus = "/prometheus";
    internal const string Loki = "/loki-service";
    internal const string Jaeger = "/jaeger";
    internal const string Insights = "/database";
    internal const string Changes = "/change-service";

    /// <summary>The address of Prometheus' API.</summary>
    public Uri PrometheusUrl => new(World, Prometheus);

    /// <summary>The address of Loki's API.</summary>
    public Uri LokiUrl => new(World, Loki);

    /// <summary>The address of Jaeger's query API.</summary>
    public Uri JaegerUrl => new(World, Jaeger);

    /// <summary>The address of the database's monitoring.</summary>
    public Uri InsightsUrl => new(World, Insights);

    /// <summary>The address of the service that keeps changes.</summary>
    public Uri ChangesUrl => new(World, Changes);
}

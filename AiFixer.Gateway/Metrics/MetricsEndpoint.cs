using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.Metrics;

/// <summary>What this process measures, for a Prometheus to fetch.</summary>
internal static class MetricsEndpoint
{
    private const string TextFormat = "text/plain; version=0.0.4; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Made now, so that what happens before anybody asks is counted too.
        var metrics = routes.ServiceProvider.GetRequiredService<MetricsText>();
        routes.MapGet("/metrics", () => TypedResults.Text(metrics.Collect(), TextFormat))
            .RequireAuthorization(Policies.Viewer).WithTags("Health").WithName("Metrics")
            .WithSummary("What this process measures, in Prometheus' text format")
            .Produces<string>(200, "text/plain");
    }
}

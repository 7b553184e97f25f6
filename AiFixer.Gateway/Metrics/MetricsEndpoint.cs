using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.Metrics;

/// <summary>What this process measures, for a Prometheus to fetch.</summary>
internal static class MetricsEndpoint
{
    private const string TextFormat = "text/plain; version=0.0.4; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", ([FromServices] MetricsText metrics) => TypedResults.Text(metrics.Collect(), TextFormat))
            .RequireAuthorization(Policies.Viewer).WithTags("Health").WithName("Metrics")
            .WithSummary("What this process measures, in Prometheus' text format")
            .Produces<string>(200, "text/plain");
}

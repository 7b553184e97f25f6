using AiFixer.Core.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AiFixer.Gateway.Health;

internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", () => TypedResults.Ok(new HealthAnswer("ok")))
            .AllowAnonymous().WithTags("Health").WithName("Live")
            .WithSummary("Whether the process runs; asks nobody else");
        Ready(routes, "/readyz", "Ready").WithSummary("Whether it can take alerts: the store answers");
        Ready(routes, "/healthz", "Healthy").WithSummary("The same as /readyz");
    }

    private static RouteHandlerBuilder Ready(IEndpointRouteBuilder routes, string path, string name) =>
        routes.MapGet(path, AskAsync).AllowAnonymous().WithTags("Health").WithName(name)
            .Produces<HealthAnswer>().Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> AskAsync(
        IIncidentQueries queries, IHostReadiness host, IHostApplicationLifetime lifetime, TimeProvider time, HttpContext context)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Answer("stopping", null);
        if (host.Problem is { } problem)
            return Answer(problem.Status, problem.Reason);
        try
        {
            await queries.PingAsync(either.Token);
            return Answer("ok", "ok");
        }
        catch (Exception gone) when (gone is JournalUnavailableException or OperationCanceledException)
        {
            return Answer("unavailable", "unavailable");
        }
    }

    private static JsonHttpResult<HealthAnswer> Answer(string status, string? store) => TypedResults.Json(
        new HealthAnswer(status, store),
        Serialization.GatewayJsonContext.Default.HealthAnswer,
        statusCode: status == "ok" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}

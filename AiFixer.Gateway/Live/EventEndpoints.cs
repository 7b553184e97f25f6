using System.Net.ServerSentEvents;
using AiFixer.Core;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.Live;

/// <summary>Server-sent events.</summary>
internal static class EventEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Describe(routes.MapGet("/api/v1/events", All), "WatchIncidents", "Every change of every incident");
        Describe(routes.MapGet("/api/v1/incidents/{id}/events", OneAsync), "WatchIncident", "Every change of one incident, its present version first")
            .ProducesProblem(404);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .RequireAuthorization(Policies.Viewer).WithTags("Live").WithName(name).WithSummary(summary)
        .WithDescription("Events are named \"incident\" or \"heartbeat\". A slow reader misses changes: read the incident again at each.")
        .Produces<SseItem<ChangeNotice>>(200, "text/event-stream")
        .ProducesProblem(503);

    private static IResult All(ChangeFeed feed, StreamSlots slots, CancellationToken cancellationToken) =>
        slots.TryTake() ? TypedResults.ServerSentEvents(feed.ReadAsync(null, cancellationToken)) : TooMany();

    private static async Task<IResult> OneAsync(
        string id, ChangeFeed feed, StreamSlots slots, IJournalReader journal, CancellationToken cancellationToken)
    {
        if (!IncidentId.TryParse(id, out var incident) || await journal.LoadAsync(incident, cancellationToken) is null)
            return Problems.NotFound($"There is no incident {id}.");
        return slots.TryTake() ? TypedResults.ServerSentEvents(feed.ReadAsync(incident, cancellationToken)) : TooMany();
    }

    private static RetryLater TooMany() => Problems.Busy("There are as many live streams as may be.");
}

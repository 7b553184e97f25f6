using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Core.Texts;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.Pages.Errors;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.Pages.IncidentDetail;

internal static class IncidentPageEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/incidents/{id}", ShowAsync).RequireAuthorization(Policies.Viewer);
        foreach (var decision in FormDecision.All)
        {
            routes.MapPost(
                    $"/incidents/{{id}}/{decision.Verb}",
                    (string id, HttpContext context, IIncidentHost host, MissingIncidents missing, Notices notices, TextBook words) =>
                        TakeAsync(id, decision, context, host, missing, notices, words))
                .RequireAuthorization(decision.Policy)
                .AddEndpointFilter<AntiforgeryFilter>();
        }
    }

    private static async Task<IResult> ShowAsync(
        string id, HttpContext context, IncidentPageReader incidents, MissingIncidents missing, PageContexts pages, TextBook words, CancellationToken cancellationToken)
    {
        if (await incidents.ReadAsync(id, words, cancellationToken) is { } model)
            return PageResult.Of<IncidentPage>(model, pages.For(context));
        return await missing.FindAsync(id, cancellationToken) is { } archived
            ? ErrorPages.Archived(context, archived)
            : TypedResults.StatusCode(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> TakeAsync(
        string id, FormDecision decision, HttpContext context, IIncidentHost host, MissingIncidents missing, Notices notices, TextBook words)
    {
        if (!IncidentId.TryParse(id, out var incident))
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var receipt = await host.TellAsync(incident, decision.Read(PersonClaims.Read(context.User), form), context.RequestAborted);
        if (receipt is TellReceipt.NotFound)
        {
            return await missing.FindAsync(id, context.RequestAborted) is { } archived
                ? ErrorPages.Archived(context, archived)
                : TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        notices.Leave(context, ReceiptText.Of(decision, receipt, words));
        return new SeeOther($"/incidents/{incident.Value}");
    }
}

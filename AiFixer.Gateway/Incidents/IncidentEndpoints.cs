using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.OpenApi;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.Incidents;

/// <summary>Reading incidents.</summary>
internal static class IncidentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/incidents", ListAsync)
            .RequireAuthorization(Policies.Viewer).WithTags("Incidents").WithName("ListIncidents")
            .WithSummary("Incidents, newest first")
            .WithDescription(
                "Several values of status or severity may be given, repeated or with commas. A page of a search by text "
                + "may be short or empty while there is a \"next\": what is older was not looked at yet. Incidents that follow "
                + "another are left out unless a text is looked for, \"followers\" is true, or \"leader\" names the one they follow.")
            .Produces<IncidentList>().ProducesProblem(400).ProducesProblem(503);
        routes.MapGet("/api/v1/incidents/{id}", GetAsync)
            .RequireAuthorization(Policies.Viewer).WithTags("Incidents").WithName("GetIncident")
            .WithSummary("One incident with its timeline")
            .WithMetadata(new HeaderDescription("If-None-Match", "An ETag; the answer is 304 when nothing changed."))
            .Produces<IncidentDetails>().Produces(304).ProducesProblem(404).ProducesProblem(410).ProducesProblem(503);
        routes.MapGet("/api/v1/incidents/{id}/blobs/{hash}", BlobAsync)
            .RequireAuthorization(Policies.Viewer).WithTags("Incidents").WithName("GetBlob")
            .WithSummary("A whole output or raw payload that the incident refers to")
            .Produces<string>(200, "text/plain").ProducesProblem(404).ProducesProblem(503);
    }

    private static async Task<IResult> ListAsync(
        [FromQuery] string[]? status,
        [FromQuery] string[]? severity,
        [FromQuery] string? text,
        [FromQuery] string? before,
        [FromQuery] string? limit,
        [FromQuery] string? leader,
        [FromQuery] string? followers,
        IIncidentQueries queries,
        CancellationToken cancellationToken)
    {
        var filter = FilterReader.Read(new(status, severity, text, before, limit, leader, followers), out var invalid);
        if (invalid is { } wrong)
            return Problems.Invalid(wrong.Field, wrong.Problem);
        var page = await queries.ListAsync(filter, cancellationToken);
        return TypedResults.Ok(new IncidentList([.. page.Items.Select(IncidentSummary.Of)], page.Next?.Value));
    }

    private static async Task<IResult> GetAsync(
        string id, HttpContext context, IncidentReader incidents, MissingIncidents missing, CancellationToken cancellationToken)
    {
        if (await incidents.ReadAsync(id, cancellationToken) is not { } incident)
            return await missing.AnswerAsync(id, cancellationToken);
        var tag = EntityTag.Of(incident.Version, incident.Repeats, incident.Group.Followers);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return EntityTag.Names(context.Request.GetTypedHeaders().IfNoneMatch, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(incident);
    }

    private static async Task<IResult> BlobAsync(string id, string hash, IncidentReader incidents, IJournalReader journal, CancellationToken cancellationToken)
    {
        var known = await incidents.ReadAsync(id, cancellationToken) is { } incident && IncidentBlobs.Of(incident).Contains(hash);
        return known && await journal.BlobAsync(hash, cancellationToken) is { } blob
            ? TypedResults.Bytes(blob.Bytes, "text/plain; charset=utf-8")
            : Problems.NotFound($"Incident {id} has no blob {hash}.");
    }
}

using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Exceptions;
using AiFixer.Gateway.Intake;
using AiFixer.Gateway.OpenApi;
using AiFixer.Gateway.Options;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.Playbooks;

/// <summary>Playbooks, and the classes by which they are found.</summary>
internal static class PlaybookEndpoints
{
    private static readonly HeaderDescription IfMatch =
        new("If-Match", "An ETag; the answer is 412 when there is another version.");

    private static readonly HeaderDescription IfNoneMatch =
        new("If-None-Match", "* when it must not be there yet; the answer is 412 when it is.");

    private static readonly HeaderDescription Unchanged =
        new("If-None-Match", "An ETag; the answer is 304 when nothing changed.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var playbooks = routes.MapGroup("/api/v1/playbooks").WithTags("Playbooks");
        playbooks.MapGet("", PlaybookReads.ListAsync).RequireAuthorization(Policies.Viewer).WithName("ListPlaybooks")
            .WithSummary("Every playbook, by id")
            .Produces<PlaybookList>().ProducesProblem(503);
        playbooks.MapGet("{id}", PlaybookReads.GetAsync).RequireAuthorization(Policies.Viewer).WithName("GetPlaybook")
            .WithSummary("One playbook").WithMetadata(Unchanged)
            .Produces<PlaybookView>().Produces(304).ProducesProblem(404).ProducesProblem(503);
        playbooks.MapGet("{id}/record", PlaybookReads.RecordAsync).RequireAuthorization(Policies.Viewer).WithName("GetPlaybookRecord")
            .WithSummary("How often a playbook helped, failed and was skipped, and when last")
            .Produces<PlaybookRecord>().ProducesProblem(404).ProducesProblem(503);
        playbooks.MapGet("{id}/history", PlaybookReads.HistoryAsync).RequireAuthorization(Policies.Viewer).WithName("GetPlaybookHistory")
            .WithSummary("Who changed a playbook, when, to what and why, newest first")
            .WithDescription("\"limit\" changes (100) older than the version \"before\".")
            .Produces<PlaybookHistory>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        playbooks.MapPut("{id}", PlaybookWrites.PutAsync).RequireAuthorization(Policies.Admin).WithName("PutPlaybook")
            .WithSummary("Makes or changes a playbook")
            .WithDescription("Answered when it is on disk and this process goes by it; others do within seconds. With \"Content-Type: application/yaml\" the body is the text itself. What is wrong is named by field and line.")
            .WithMetadata(new BodyDescription(typeof(PlaybookBody)), IfMatch, IfNoneMatch)
            .Produces<PlaybookView>().ProducesProblem(400).ProducesProblem(412).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);
        playbooks.MapDelete("{id}", PlaybookWrites.DeleteAsync).RequireAuthorization(Policies.Admin).WithName("DeletePlaybook")
            .WithSummary("Takes a playbook away; its history stays")
            .WithDescription("\"reason\" says why. One that was shipped does not come back.").WithMetadata(IfMatch)
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(412).ProducesProblem(503);
        playbooks.MapPost("validate", PlaybookWrites.ValidateAsync).RequireAuthorization(Policies.Viewer).WithName("ValidatePlaybook")
            .WithSummary("Says what is wrong with a playbook; keeps nothing")
            .WithMetadata(new BodyDescription(typeof(PlaybookBody)))
            .Produces(204).ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        playbooks.MapPost("test", TestAsync).RequireAuthorization(Policies.Viewer).WithName("TestPlaybooks")
            .WithSummary("Says which playbook an exception or an alert would find, and why; keeps and does nothing")
            .WithMetadata(new BodyDescription(typeof(PostedException)))
            .Produces<PlaybookTrialAnswer>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        MapClasses(routes);
    }

    private static void MapClasses(IEndpointRouteBuilder routes)
    {
        var classes = routes.MapGroup("/api/v1/error-classes").WithTags("Playbooks");
        classes.MapGet("", PlaybookReads.ClassesAsync).RequireAuthorization(Policies.Viewer).WithName("GetErrorClasses")
            .WithSummary("The rules by which errors get their class").WithMetadata(Unchanged)
            .Produces<ClassesView>().Produces(304).ProducesProblem(404).ProducesProblem(503);
        classes.MapPut("", PlaybookWrites.PutClassesAsync).RequireAuthorization(Policies.Admin).WithName("PutErrorClasses")
            .WithSummary("Changes the rules by which errors get their class")
            .WithMetadata(new BodyDescription(typeof(PlaybookBody)), IfMatch)
            .Produces<ClassesView>().ProducesProblem(400).ProducesProblem(412).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);
    }

    private static async Task<IResult> TestAsync(
        HttpContext context, [FromServices] PlaybookTrial trial, [FromServices] IPlaybooks playbooks, [FromServices] GatewayOptions options)
    {
        var (body, refusal) = await BodyReader.ReadAsync(
            context.Request, options.Limits.BodyBytes, static body => body.ToArray(), context.RequestAborted);
        if (refusal is not null)
            return refusal;
        var (answer, wrong) = trial.Try(body, playbooks.Current);
        return wrong is not null ? Problems.Invalid(wrong.Field, wrong.Problem) : TypedResults.Ok(answer);
    }
}

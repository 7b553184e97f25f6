using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Intake;
using AiFixer.Gateway.OpenApi;
using AiFixer.Gateway.Options;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.Changes;

/// <summary>Takes what CI and flag services report.</summary>
internal static class ChangeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/changes", PostAsync)
            .RequireAuthorization(Policies.Operator).WithTags("Changes").WithName("PostChanges")
            .WithSummary("Reports one deploy, commit, flag or announcement, or an array of them")
            .WithDescription("Answered when all of it is on disk. The same change reported again is stored once. Kept for 90 days.")
            .WithMetadata(new BodyDescription(typeof(PostedChange), OrArray: true))
            .Produces<ChangesAnswer>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);

    private static async Task<IResult> PostAsync(
        HttpContext context, [FromServices] IReportedChanges changes, [FromServices] GatewayOptions options, [FromServices] TimeProvider time)
    {
        var (parsed, refusal) = await BodyReader.ReadAsync(
            context.Request, options.Limits.BodyBytes, body => ChangeParser.Parse(body, time.GetUtcNow()), context.RequestAborted);
        if (refusal is not null)
            return refusal;
        if (parsed!.Wrong is { } wrong)
            return Problems.Invalid(wrong.Field, wrong.Problem);
        var stored = await changes.AddAsync(parsed.Changes, context.RequestAborted);
        return TypedResults.Ok(new ChangesAnswer(parsed.Changes.Count, stored));
    }
}

using AiFixer.Gateway.OpenApi;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>What AiFixer may do by itself, and stopping it.</summary>
internal static class PolicyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var policy = routes.MapGroup("/api/v1/policy").WithTags("Policy");
        policy.MapGet("", async (PolicyReader reader, CancellationToken stop) => TypedResults.Ok(await reader.ReadAsync(stop)))
            .RequireAuthorization(Policies.Viewer).WithName("GetPolicy")
            .WithSummary("The policy: rules with their options, budgets left, windows, and whether somebody stopped AiFixer")
            .Produces<PolicyView>().ProducesProblem(503);
        MapSwitch(policy);
        MapRemembered(policy);
        policy.MapGet("shadow", ShadowEndpoint.ReadAsync)
            .RequireAuthorization(Policies.Viewer).WithName("GetShadowReport")
            .WithSummary("What would have been done in shadow mode, and what people did instead")
            .WithDescription("Looks at 200 incidents, newest first; \"next\" goes on as \"before\".")
            .Produces<ShadowReport>().ProducesProblem(400).ProducesProblem(503);
        routes.MapGet("/api/v1/approvals", ApprovalsEndpoint.ReadAsync).WithTags("Policy")
            .RequireAuthorization(Policies.Viewer).WithName("GetApprovals")
            .WithSummary("Questions that wait for an answer, and how much people were asked lately")
            .Produces<ApprovalsView>().ProducesProblem(503);
    }

    private static void MapSwitch(RouteGroupBuilder policy)
    {
        policy.MapPost("stop", KillSwitchEndpoint.StopAsync)
            .RequireAuthorization(Policies.Operator).WithName("Stop")
            .WithSummary("Stops AiFixer: nothing is changed any more, not even what was granted before")
            .WithDescription("Answered when it is on disk. Every process reads it there right before a call leaves.")
            .WithMetadata(new BodyDescription(typeof(StopBody)))
            .Produces<PolicyView>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);
        policy.MapPost("resume", KillSwitchEndpoint.ResumeAsync)
            .RequireAuthorization(Policies.Admin).WithName("Resume")
            .WithSummary("Lets AiFixer go on; what was stopped stays in people's hands")
            .WithMetadata(new BodyDescription(typeof(StopBody)))
            .Produces<PolicyView>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);
    }

    private static void MapRemembered(RouteGroupBuilder policy)
    {
        policy.MapGet("remembered", RememberedEndpoints.ListAsync)
            .RequireAuthorization(Policies.Viewer).WithName("ListRemembered")
            .WithSummary("What people approved for a while")
            .Produces<RememberedList>().ProducesProblem(503);
        policy.MapPost("remembered", RememberedEndpoints.AddAsync)
            .RequireAuthorization(Policies.Approver).WithName("Remember")
            .WithSummary("Approves an action that was seen, on its class of targets, for some days")
            .WithDescription("It answers the review mode and namespaces that are not automatic; every other fence holds as before.")
            .WithMetadata(new BodyDescription(typeof(RememberBody)))
            .Produces<RememberedView>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);
        policy.MapDelete("remembered/{remembered}", RememberedEndpoints.RemoveAsync)
            .RequireAuthorization(Policies.Approver).WithName("Forget")
            .WithSummary("Takes it back; its history stays")
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
    }
}

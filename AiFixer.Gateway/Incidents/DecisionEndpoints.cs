using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.OpenApi;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.Incidents;

/// <summary>What people can tell an incident.</summary>
internal static class DecisionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var incident = routes.MapGroup("/api/v1/incidents/{id}").WithTags("Decisions");
        Add<ApproveBody>(incident, "approve", "Approves the diagnosis or the proposal of a card", Policies.Approver,
            (by, body) => new PersonInput.Approve(by, Said(body.Card)));
        Add<RejectBody>(incident, "reject", "Rejects the diagnosis or the proposal of a card", Policies.Approver,
            (by, body) => new PersonInput.Reject(by, Said(body.Card), Said(body.Reason)));
        Add<ReasonBody>(incident, "ignore", "Ends it as not worth fixing", Policies.Operator,
            (by, body) => new PersonInput.Ignore(by, Said(body.Reason)));
        Add<EscalateBody>(incident, "escalate", "Puts it in a person's hands", Policies.Operator,
            (by, body) => new PersonInput.Escalate(by, Said(body.To), Said(body.Reason)));
        Add<TakeOverBody>(incident, "take-over", "Says that you work on it; AiFixer stops", Policies.Operator,
            (by, _) => new PersonInput.TakeOver(by));
        Add<ReasonBody>(incident, "rediagnose", "Starts over with a new diagnosis", Policies.Operator,
            (by, body) => new PersonInput.Rediagnose(by, Said(body.Reason)));
        Add<ResolveBody>(incident, "resolve", "Says that it is fixed, when it is in a person's hands", Policies.Operator,
            (by, body) => new PersonInput.Resolve(by, Said(body.Note)));
    }

    private static void Add<T>(RouteGroupBuilder incident, string verb, string summary, string role, Func<Person, T, PersonInput> input)
        where T : class, IDecisionBody, new() =>
        incident.MapPost(verb, (string id, HttpContext context, Decisions decisions) => decisions.TakeAsync(id, context, input))
            .RequireAuthorization(role).WithName(verb).WithSummary(summary)
            .WithDescription("Answered when it is on disk. A second one, a late one or one on an outdated card changes nothing and says so.")
            .WithMetadata(
                new BodyDescription(typeof(T), Optional: T.MayBeMissing),
                new HeaderDescription("If-Match", "An ETag; the answer is 412 when the incident has another version. Repeats of its alert do not count."))
            .Produces<DecisionAnswer>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410).ProducesProblem(412)
            .ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);

    private static string Said(string? text) => TextCleaner.Lines(text ?? "", AlertLimits.Summary);
}

using AiFixer.Gateway.Intake;
using AiFixer.Gateway.OpenApi;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.Exceptions;

internal static class ExceptionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var intake = routes.ServiceProvider.GetRequiredService<ExceptionIntake>();
        routes.MapPost("/api/v1/exceptions", (Delegate)intake.PostAsync)
            .RequireAuthorization(Policies.Operator).WithTags("Alerts").WithName("PostException")
            .WithSummary("Reports an exception of a job")
            .WithDescription(
                "Answered when it is on disk. The same trouble is the same job with the same type of error (its class, where the "
                + "type is missing), whatever the message says; a report of it again counts on the incident that is open. With the header "
                + "Idempotency-Key the same report of the job opens no second incident within a day, however often it is sent and whatever became of the first.")
            .WithMetadata(new BodyDescription(typeof(PostedException)), new HeaderDescription("Idempotency-Key", "The sender's name for this report."))
            .Produces<DeliveryAnswer>()
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422).ProducesProblem(503);
    }
}

using AiFixer.Gateway.OpenApi;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.Intake;

internal static class IntakeEndpoints
{
    public const string Webhook = "/webhooks/alertmanager";
    public const string Api = "/api/v1/alerts";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var intake = routes.ServiceProvider.GetRequiredService<AlertIntake>();
        Describe(routes.MapPost(Webhook, (Delegate)intake.WebhookAsync))
            .RequireAuthorization(Policies.Sender)
            .WithName("TakeAlertmanagerWebhook")
            .WithSummary("Alertmanager's webhook (version 4) and Grafana's (version 1)")
            .WithDescription("Answered when every alert is on disk. An alert that cannot be read is kept with its raw payload.")
            .WithMetadata(new BodyDescription(typeof(AlertmanagerWebhook)));
        Describe(routes.MapPost(Api, (Delegate)intake.PostAsync))
            .RequireAuthorization(Policies.Operator)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("PostAlerts")
            .WithSummary("Reports one alert or an array of them")
            .WithDescription("With the header Idempotency-Key the same delivery opens nothing twice within a day, however often it is sent.")
            .WithMetadata(new BodyDescription(typeof(PostedAlert), OrArray: true), new HeaderDescription("Idempotency-Key", "The sender's name for this delivery."));
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Alerts")
        .Produces<DeliveryAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}

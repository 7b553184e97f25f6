using AiFixer.Lark;
using AiFixer.Lark.Intake;
using AiFixer.Lark.Wire;

namespace AiFixer.Gateway.Lark;

/// <summary>Where the platform calls us; these addresses exist only in the mode <c>Webhook</c>, and where somebody listens.</summary>
internal static class LarkEndpoints
{
    public const string Events = "/webhooks/lark";
    public const string Cards = "/webhooks/lark/card";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        if (services.GetService<LarkOptions>() is not { Mode: LarkMode.Webhook } || services.GetService<LarkIntake>() is not { } intake)
            return;
        RequestDelegate take = new LarkEndpoint(services.GetRequiredService<LarkWebhook>(), intake, services.GetRequiredService<Options.GatewayOptions>()).PostAsync;
        // The platform proves who it is by its signature, and by nothing that an API key could stand for.
        routes.MapPost(Events, take).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(Cards, take).AllowAnonymous().ExcludeFromDescription();
    }
}

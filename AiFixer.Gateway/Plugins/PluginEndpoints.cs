using AiFixer.Core.Alerts;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.OpenApi;
using AiFixer.Gateway.Security;
using AiFixer.Plugins;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.Plugins;

internal static class PluginEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plugins = routes.MapGroup("/api/v1/plugins").WithTags("Plugins");
        plugins.MapGet("", List)
            .RequireAuthorization(Policies.Viewer).WithName("ListPlugins")
            .WithSummary("Every plugin there is, by name, and whether it can be called")
            .WithDescription("What could not be loaded is among them, and is of no category. \"category\" is diagnostic or remediation.")
            .Produces<PluginList>().ProducesProblem(400);
        plugins.MapGet("{name}", Get)
            .RequireAuthorization(Policies.Viewer).WithName("GetPlugin")
            .WithSummary("One plugin, by its name or its short alias")
            .Produces<PluginSummary>().ProducesProblem(404);
        Add<SwitchOffBody>(plugins, "disable", "Lets a plugin be called no more",
            "Within seconds everywhere, and here at once. What it did before is still looked at and verified.", "false", body => body.Reason);
        Add<SwitchOnBody>(plugins, "enable", "Lets a plugin be called again", "Within seconds everywhere, and here at once.", "true", body => body.Reason);
    }

    public static ProblemHttpResult Missing(string name) =>
        Problems.NotFound($"There is no plugin {TextCleaner.Line(name, AlertLimits.LabelName)}.");

    private static void Add<T>(RouteGroupBuilder plugins, string verb, string summary, string description, string value, Func<T, string?> reason)
        where T : class, Incidents.IDecisionBody, new() =>
        plugins.MapPost($"{{name}}/{verb}", (string name, HttpContext context, PluginSwitch plugin) => plugin.TurnAsync(name, context, value, reason))
            .RequireAuthorization(Policies.Admin).WithName($"{verb}Plugin").WithSummary(summary).WithDescription(description)
            .WithMetadata(new BodyDescription(typeof(T), Optional: T.MayBeMissing))
            .Produces<PluginSummary>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);

    private static IResult List([FromQuery] string? category, IPluginStates plugins)
    {
        PluginCategory? wanted = category?.ToLowerInvariant() switch
        {
            "diagnostic" => PluginCategory.Diagnostic,
            "remediation" => PluginCategory.Remediation,
            _ => null,
        };
        if (category is not null && wanted is null)
            return Problems.Invalid("category", "must be diagnostic or remediation");
        var found = plugins.All.Where(plugin => wanted is null || plugin.Manifest?.Category == wanted);
        return TypedResults.Ok(new PluginList([.. found.Select(PluginSummary.Of)]));
    }

    private static IResult Get(string name, IPluginStates plugins) =>
        plugins.Find(name) is { } plugin ? TypedResults.Ok(PluginSummary.Of(plugin)) : Missing(name);
}

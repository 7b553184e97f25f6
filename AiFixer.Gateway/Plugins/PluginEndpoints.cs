using AiFixer.Core.Ports;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AiFixer.Gateway.Plugins;

internal static class PluginEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/plugins", List)
            .RequireAuthorization(Policies.Viewer).WithTags("Plugins").WithName("ListPlugins")
            .WithSummary("Every plugin that can be called, by name");

    private static Ok<PluginList> List(IPluginHost plugins) =>
        TypedResults.Ok(new PluginList([.. plugins.Plugins.OrderBy(plugin => plugin.Name, StringComparer.Ordinal).Select(PluginSummary.Of)]));
}

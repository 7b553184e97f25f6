using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AiFixer.Playground.Docker;

/// <summary>The paths of the Engine API that this world serves; any other is refused, not guessed.</summary>
internal sealed partial class DockerApi(DockerWorld world)
{
    public const string Version = "1.47";
    private readonly DockerActions actions = new(world);

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["Api-Version"] = Version;
        context.Response.Headers["Ostype"] = "linux";
        context.Response.Headers["Docker-Experimental"] = "false";
        var path = VersionPrefix().Replace(context.Request.Path.Value ?? "/", "/");
        var parts = path.Trim('/').Split('/');
        var read = context.Request.Method is "GET" or "HEAD";
        await (parts switch
        {
            ["_ping"] when read => DockerAnswer.TextAsync(context, "OK"),
            ["version"] when read => DockerAnswer.JsonAsync(context, DockerJson.Version()),
            ["events"] when read => DockerEvents.AnswerAsync(context, world),
            ["containers", "json"] when read => ListAsync(context),
            ["containers", var key, ..] => ContainerAsync(context, key, parts),
            _ => DockerAnswer.ErrorAsync(context, 404, "page not found"),
        });
    }

    private Task ListAsync(HttpContext context)
    {
        if (!DockerFilters.TryRead(context.Request.Query["filters"], out var filters))
            return DockerAnswer.ErrorAsync(context, 400, "invalid filter");
        var all = context.Request.Query["all"].ToString() is "1" or "true";
        var shown = world.All.Where(c => (all || c.Running || filters.HasStatus) && filters.Fit(c)).Select(DockerJson.Summary);
        return DockerAnswer.JsonAsync(context, new JsonArray([.. shown]));
    }

    private Task ContainerAsync(HttpContext context, string key, string[] parts)
    {
        if (world.Find(key) is not { } container)
            return DockerAnswer.ErrorAsync(context, 404, $"No such container: {key}");
        return (context.Request.Method, parts[2..]) switch
        {
            ("GET", ["json"]) => DockerAnswer.JsonAsync(context, DockerJson.Inspect(container)),
            ("GET", ["logs"]) => DockerLogs.AnswerAsync(context, container),
            ("POST", [var action]) => actions.AnswerAsync(context, container, action),
            _ => DockerAnswer.ErrorAsync(context, 404, "page not found"),
        };
    }

    [GeneratedRegex(@"^/v1\.[0-9]+/")]
    private static partial Regex VersionPrefix();
}

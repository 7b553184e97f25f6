using Microsoft.AspNetCore.Http.Features;

namespace AiFixer.Gateway.Intake;

/// <summary>Routing names requests in metrics and traces; what goes past it is named here.</summary>
internal static class LaneName
{
    private const string Route = "http.route";

    public static void Tell(HttpContext context, string route)
    {
        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new(Route, route));
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } request)
            return;
        request.DisplayName = $"{context.Request.Method} {route}";
        request.SetTag(Route, route);
    }
}

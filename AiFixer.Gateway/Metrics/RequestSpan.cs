using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace AiFixer.Gateway.Metrics;

/// <summary>Names requests in traces by their route, and says how they ended: the framework tells only how they began.</summary>
internal sealed class RequestSpan(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } request ? TellAsync(context, request) : next(context);

    private async Task TellAsync(HttpContext context, Activity request)
    {
        await next(context);
        request.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            request.SetStatus(ActivityStatusCode.Error);
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route })
            return;
        request.DisplayName = $"{context.Request.Method} {route}";
        request.SetTag("http.route", route);
    }
}

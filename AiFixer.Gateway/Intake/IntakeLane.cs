using AiFixer.Core.Incidents;
using AiFixer.Gateway.Options;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Diagnostics;

namespace AiFixer.Gateway.Intake;

/// <summary>
/// Serves programs that are known and may report, past everything that people and pages need: they come thousands of
/// times a second. Everybody else goes the ordinary way to the same endpoints and hears there what is wrong.
/// </summary>
internal sealed class IntakeLane(RequestDelegate next, AlertIntake intake, Callers callers, GatewayOptions options, IExceptionHandler failures)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        return request.Path.Value switch
        {
            IntakeEndpoints.Webhook when IsProgram(request) && MayReport(callers.Sender(request)) => ServeAsync(context, IntakeEndpoints.Webhook, intake.WebhookAsync),
            IntakeEndpoints.Api when IsProgram(request) && MayReport(callers.ByKey(request)) => ServeAsync(context, IntakeEndpoints.Api, intake.PostAsync),
            _ => next(context),
        };
    }

    private bool IsProgram(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && !Browser.Sends(request) && HostNameGuard.Problem(request, options) is null;

    private static bool MayReport(Person? person) => person?.Role >= PersonRole.Operator;

    private async Task ServeAsync(HttpContext context, string route, Func<HttpContext, Task<IResult>> take)
    {
        LaneName.Tell(context, route);
        try
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            await (await take(context)).ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await failures.TryHandleAsync(context, exception, context.RequestAborted);
        }
    }
}

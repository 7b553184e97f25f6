using AiFixer.Core.Ports;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Diagnostics;

namespace AiFixer.Gateway.Errors;

/// <summary>Makes answers of exceptions. What went wrong inside is logged, never sent.</summary>
internal sealed partial class GatewayExceptionHandler(ILogger<GatewayExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;
        var answer = Answer(exception, httpContext);
        if (Browser.WantsPage(httpContext.Request))
            httpContext.Response.StatusCode = StatusOf(exception);
        else
            await answer.ExecuteAsync(httpContext);
        return true;
    }

    private IResult Answer(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case JournalUnavailableException:
                StoreGone(exception);
                return Problems.Busy("The store or the cluster cannot be reached. Send it again: what was taken already is not taken twice.");
            case BadHttpRequestException bad:
                return Problems.Make(bad.StatusCode, "The request is not valid.", null);
            default:
                Unexpected(exception, context.Request.Path);
                return Problems.Make(StatusCodes.Status500InternalServerError, "Something is wrong in AiFixer.", "The log says what.");
        }
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        JournalUnavailableException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    [LoggerMessage(LogLevel.Warning, "The store or the cluster cannot be reached")]
    private partial void StoreGone(Exception exception);

    [LoggerMessage(LogLevel.Error, "Unexpected failure at {Path}")]
    private partial void Unexpected(Exception exception, PathString path);
}

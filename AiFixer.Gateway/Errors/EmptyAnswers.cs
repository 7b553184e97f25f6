using AiFixer.Gateway.Pages.Errors;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace AiFixer.Gateway.Errors;

/// <summary>Gives every failure that has no body one: a page for people, problem+json for programs.</summary>
internal static class EmptyAnswers
{
    public static Task FillAsync(StatusCodeContext empty)
    {
        var context = empty.HttpContext;
        var status = context.Response.StatusCode;
        if (Browser.WantsPage(context.Request))
            return ErrorPages.For(context, status).ExecuteAsync(context);
        return Problems.Make(status, ReasonPhrases.GetReasonPhrase(status), Detail(status, context.Request)).ExecuteAsync(context);
    }

    private static string? Detail(int status, HttpRequest request) => status switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {request.Path}.",
        StatusCodes.Status405MethodNotAllowed => $"{request.Method} does not work here.",
        _ => null,
    };
}

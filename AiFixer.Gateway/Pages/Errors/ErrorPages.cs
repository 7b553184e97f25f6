using AiFixer.Core.Journal;

namespace AiFixer.Gateway.Pages.Errors;

/// <summary>Pages for failures.</summary>
internal static class ErrorPages
{
    public static IResult For(HttpContext context, int status)
    {
        var (title, text) = Tell(status);
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "5";
        return PageResult.Of<ErrorPage>(
            new ErrorModel(status, title, text), context.RequestServices.GetRequiredService<PageContexts>().For(context), status);
    }

    public static IResult Archived(HttpContext context, ArchivedIncident archived) => PageResult.Of<ErrorPage>(
        new ErrorModel(StatusCodes.Status410Gone, "This incident was archived", archived.Sentence),
        context.RequestServices.GetRequiredService<PageContexts>().For(context),
        StatusCodes.Status410Gone);

    private static (string Title, string Text) Tell(int status) => status switch
    {
        400 => ("This form is out of date", "Go back, reload the page and try again. Nothing was changed."),
        403 => ("You may not do this", "Your key's role does not allow it. Nothing was changed."),
        404 => ("There is nothing here", "The incident may have another id, or the address is mistyped."),
        405 => ("This does not work here", "The address takes another kind of request."),
        503 => ("The store cannot be reached", "Nothing is lost: alerts are sent again and work goes on when it is back. Try again in a moment."),
        _ => ("Something is wrong in AiFixer", "The log says what."),
    };
}

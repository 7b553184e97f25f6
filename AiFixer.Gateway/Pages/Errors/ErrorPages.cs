using AiFixer.Core.Journal;
using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Pages.Errors;

/// <summary>Pages for failures.</summary>
internal static class ErrorPages
{
    public static IResult For(HttpContext context, int status)
    {
        var words = Words(context);
        var key = Key(status);
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "5";
        return PageResult.Of<ErrorPage>(
            new ErrorModel(status, words[key], words[$"{key}.text"]), context.RequestServices.GetRequiredService<PageContexts>().For(context), status);
    }

    public static IResult Archived(HttpContext context, ArchivedIncident archived) => PageResult.Of<ErrorPage>(
        new ErrorModel(StatusCodes.Status410Gone, Words(context)["error.410"], archived.Sentence),
        context.RequestServices.GetRequiredService<PageContexts>().For(context),
        StatusCodes.Status410Gone);

    private static TextBook Words(HttpContext context) => context.RequestServices.GetRequiredService<TextBook>();

    private static string Key(int status) => status switch
    {
        400 => "error.400",
        403 => "error.403",
        404 => "error.404",
        405 => "error.405",
        503 => "error.503",
        _ => "error.500",
    };
}

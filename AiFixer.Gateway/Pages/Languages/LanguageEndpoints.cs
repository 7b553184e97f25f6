using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Pages.Languages;

/// <summary>Where a page's switch leads.</summary>
internal static class LanguageEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/language", (Delegate)ChooseAsync).AllowAnonymous().AddEndpointFilter<AntiforgeryFilter>();

    private static async Task<IResult> ChooseAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (LanguageTag.Parse(form["language"]) is not { } language)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        LanguageChoice.Remember(context, language);
        return new SeeOther(OurAddress.Of(form["returnTo"]));
    }
}

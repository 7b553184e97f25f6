using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AiFixer.Gateway.Pages.SignIn;

internal static class SignInEndpoints
{
    private const string Path = "/sign-in";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).AllowAnonymous();
        routes.MapPost(Path, SignInAsync).AllowAnonymous().AddEndpointFilter<AntiforgeryFilter>();
        routes.MapPost("/sign-out", (Delegate)SignOutAsync).AllowAnonymous().AddEndpointFilter<AntiforgeryFilter>();
    }

    public static string AddressFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? $"{Path}?returnTo={Uri.EscapeDataString(request.Path + request.QueryString)}" : Path;

    private static RazorComponentResult Show(string? returnTo, HttpContext context, PageContexts pages) =>
        PageResult.Of<SignInPage>(new SignInModel(OurAddress.Of(returnTo), false), pages.For(context));

    private static async Task<IResult> SignInAsync(HttpContext context, KeyRing keys, PageContexts pages)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var returnTo = OurAddress.Of(form["returnTo"]);
        if (keys.Find(form["key"].ToString().Trim()) is not { } key)
            return PageResult.Of<SignInPage>(new SignInModel(returnTo, true), pages.For(context), StatusCodes.Status401Unauthorized);
        await context.SignInAsync(Schemes.Cookie, SignedInCookie.Write(key));
        return new SeeOther(returnTo);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Schemes.Cookie);
        return new SeeOther(Path);
    }
}

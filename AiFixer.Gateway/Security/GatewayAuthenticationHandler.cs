using System.Text.Encodings.Web;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Pages.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AiFixer.Gateway.Security;

/// <summary>Tells who asks: by key, by the cookie of a signed-in browser, or as the local person when there are no keys.</summary>
internal sealed class GatewayAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    KeyRing keys,
    Callers callers) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (callers.ByKey(Request) is { } caller)
            return Known(caller);
        if (BearerToken.Of(Request) is not null)
            return AuthenticateResult.Fail("There is no such key.");
        return await SignedInAsync() is { } signedIn ? Known(KeyRing.Person(signedIn)) : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Browser.WantsPage(Request))
        {
            Response.Redirect(SignInEndpoints.AddressFor(Request));
            return Task.CompletedTask;
        }

        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Unauthorized().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (!Browser.WantsPage(Request))
            return Problems.Forbidden().ExecuteAsync(Context);
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async Task<Options.ApiKeyOptions?> SignedInAsync()
    {
        var cookie = await Context.AuthenticateAsync(Schemes.Cookie);
        return SignedInCookie.Read(cookie.Principal) is var (name, stamp) ? keys.Find(name, stamp) : null;
    }

    private AuthenticateResult Known(Person person) =>
        AuthenticateResult.Success(new(PersonClaims.Write(person, Scheme.Name), Scheme.Name));
}

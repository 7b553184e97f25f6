using System.Text.Encodings.Web;
using AiFixer.Gateway.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AiFixer.Gateway.Security;

/// <summary>Knows a sender by its own secret; where none is set, by what everybody else uses.</summary>
internal sealed class WebhookAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    Callers callers) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (callers.BySecret(Request) is { } sender)
            return AuthenticateResult.Success(new(PersonClaims.Write(sender, Scheme.Name), Scheme.Name));
        return callers.SendersMayUseKeys ? await Context.AuthenticateAsync(Schemes.Gateway) : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Unauthorized().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Forbidden().ExecuteAsync(Context);
}

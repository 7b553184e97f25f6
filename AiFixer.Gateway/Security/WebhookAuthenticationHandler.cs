using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Options;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AiFixer.Gateway.Security;

/// <summary>Knows a sender by its own secret; where none is set, by what everybody else uses.</summary>
internal sealed class WebhookAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    GatewayOptions gateway) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private static readonly Person Alertmanager = new("alertmanager", "Alertmanager", PersonRole.Operator);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (gateway.AlertmanagerToken is not { } secret)
            return await Context.AuthenticateAsync(Schemes.Gateway);
        if (BearerToken.Of(Request) is { } token && Same(token, secret))
            return AuthenticateResult.Success(new(PersonClaims.Write(Alertmanager, Scheme.Name), Scheme.Name));
        return gateway.HasKeys ? await Context.AuthenticateAsync(Schemes.Gateway) : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Unauthorized().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Forbidden().ExecuteAsync(Context);

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given)),
            SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}

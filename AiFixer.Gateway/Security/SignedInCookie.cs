using System.Security.Claims;
using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Security;

/// <summary>What a browser's cookie says: which key it signed in with, never the key itself.</summary>
internal static class SignedInCookie
{
    private const string StampClaim = "stamp";

    public static ClaimsPrincipal Write(ApiKeyOptions key) =>
        new(new ClaimsIdentity([new(ClaimTypes.Name, key.Name), new(StampClaim, KeyRing.Stamp(key))], Schemes.Cookie));

    public static (string Name, string Stamp)? Read(ClaimsPrincipal? cookie) =>
        cookie?.FindFirstValue(ClaimTypes.Name) is { } name && cookie.FindFirstValue(StampClaim) is { } stamp ? (name, stamp) : null;
}

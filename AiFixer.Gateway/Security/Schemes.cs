namespace AiFixer.Gateway.Security;

/// <summary>Names of the ways to be known.</summary>
internal static class Schemes
{
    /// <summary>API key, signed-in browser, or the local person when there are no keys.</summary>
    public const string Gateway = "gateway";

    /// <summary>A sender's own secret, or what <see cref="Gateway"/> takes.</summary>
    public const string Webhook = "webhook";

    /// <summary>The cookie of a signed-in browser; used through <see cref="Gateway"/>.</summary>
    public const string Cookie = "cookie";
}

namespace AiFixer.Gateway.Security;

/// <summary>Tells a person's browser from a program.</summary>
internal static class Browser
{
    private static readonly PathString[] ForPrograms = ["/api", "/webhooks", "/openapi", "/livez", "/readyz", "/healthz"];

    /// <summary>Browsers say where a request comes from, and whom they know.</summary>
    public static bool Sends(HttpRequest request) =>
        request.Headers.Origin.Count + request.Headers.Cookie.Count + request.Headers["Sec-Fetch-Site"].Count > 0;

    public static bool WantsPage(HttpRequest request) =>
        !ForPrograms.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}

namespace AiFixer.Gateway.Security;

/// <summary>Tells a person's browser from a program.</summary>
internal static class Browser
{
    private static readonly PathString[] ForPrograms = ["/api", "/webhooks", "/openapi", "/livez", "/readyz", "/healthz"];

    public static bool WantsPage(HttpRequest request) =>
        !ForPrograms.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}

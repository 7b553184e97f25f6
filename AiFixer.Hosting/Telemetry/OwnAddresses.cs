using System.Net;
using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Where this process listens, as far as its configuration tells.</summary>
internal static class OwnAddresses
{
    private const string Usual = "http://localhost:8080";

    public static bool Have(Uri endpoint, IConfiguration configuration) =>
        IsHere(endpoint.Host) && Urls(new(configuration, new())).Any(url => Port(url) == endpoint.Port);

    private static IReadOnlyList<string> Urls(SettingsReader settings) =>
        settings.List("urls") is { Count: > 0 } given ? given
        : settings.Section("Gateway").List("Urls") is { Count: > 0 } ours ? ours
        : [Usual];

    private static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));

    /// <summary>Servers also listen on <c>http://*:8080</c>, which is no address that one can go to.</summary>
    private static int Port(string url)
    {
        var known = url.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
        return Uri.TryCreate(known, UriKind.Absolute, out var address) ? address.Port : -1;
    }
}

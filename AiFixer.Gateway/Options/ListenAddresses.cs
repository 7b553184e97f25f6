using System.Net;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Gateway.Options;

/// <summary>Without keys the service listens on loopback alone.</summary>
internal static class ListenAddresses
{
    public static void Check(GatewayOptions options, SettingsReader settings)
    {
        foreach (var (key, url) in All(options, settings))
        {
            if (HostOf(url) is not { } host)
                settings.Problems.Add(key, $"\"{url}\" is not an address such as http://localhost:8080");
            else if (!IsLoopback(host) && !options.HasKeys)
                settings.Problems.Add(key, $"\"{url}\" can be reached from other machines, so Gateway:ApiKeys must name who may use it; or listen on http://localhost:8080");
        }
    }

    /// <summary>Whether this name always means the machine itself.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static IEnumerable<(string Key, string Url)> All(GatewayOptions options, SettingsReader settings) =>
        options.Urls.Select(url => (settings.Section("Gateway").Key("Urls"), url))
            .Concat(settings.Section("Kestrel").Sections("Endpoints")
                .Select(endpoint => (endpoint.Settings.Key("Url"), endpoint.Settings.Text("Url", ""))));

    private static string? HostOf(string url)
    {
        // Stars and plus signs mean "every address" to the server and nothing to Uri.
        var readable = url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        return Uri.TryCreate(readable, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.Host : null;
    }
}

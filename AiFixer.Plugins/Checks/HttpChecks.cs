using System.Text.Json;
using AiFixer.Plugins.Custom.Declared;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Checks;

/// <summary>What each kind of service is asked to show that it is one.</summary>
internal static class HttpChecks
{
    public static IEnumerable<IConnectionCheck> Of(HttpConnections family, string section) => family.Names.Select(name =>
        (IConnectionCheck)Of(family[name], section, $"{PluginsOptions.Section}:{section}:{name}"));

    private static HttpCheck Of(HttpConnection connection, string section, string key) => section switch
    {
        nameof(PluginsOptions.Prometheus) => new(connection, key, "/api/v1/status/buildinfo", HasData, "/data/version"),
        nameof(PluginsOptions.Loki) => new(connection, key, "/loki/api/v1/labels", HasStatus),
        nameof(PluginsOptions.Jaeger) => new(connection, key, "/api/services", HasData),
        nameof(PluginsOptions.SigNoz) => new(connection, key, "/api/v1/version", Has("/version"), "/version"),
        nameof(PluginsOptions.Sentry) => new(connection, key, "/api/0/", Has("/version"), "/version"),
        _ => new(connection, key, "/", static _ => true, anyAnswer: true),
    };

    private static bool HasData(JsonElement body) => Pointer.Read(body, "/data") is not null;

    private static bool HasStatus(JsonElement body) => Pointer.Read(body, "/status") is not null;

    private static Func<JsonElement, bool> Has(string pointer) => body => Pointer.Read(body, pointer) is not null;
}

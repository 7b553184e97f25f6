using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A probe asks at a port the container says it has, or one that another of its probes uses: a port is found, not guessed.</summary>
internal static class ProbePorts
{
    private static readonly string[] Probes = ["readinessProbe", "livenessProbe", "startupProbe"];
    private static readonly string[] Handlers = ["httpGet", "tcpSocket", "grpc"];

    public static string? Refusal(KubeArguments wish, JsonObject container)
    {
        if (wish.Port is not { } port)
            return null;
        var text = port.ToString();
        var declared = Declared(container).ToList();
        if (declared.Contains(text, StringComparer.Ordinal) || Probed(container).Contains(text, StringComparer.Ordinal))
            return null;
        if (declared.Count > 0)
            return $"{wish.Container} has no port {text}; there are {string.Join(", ", declared)}";
        return port.ValueKind is JsonValueKind.String ? $"{wish.Container} declares no ports, so none is called {text}" : null;
    }

    private static IEnumerable<string> Declared(JsonObject container) => (container["ports"] as JsonArray ?? [])
        .SelectMany(port => new[] { port?["containerPort"]?.ToString(), port?["name"]?.ToString() })
        .OfType<string>();

    private static IEnumerable<string> Probed(JsonObject container) =>
        from probe in Probes
        from handler in Handlers
        let port = container[probe]?[handler]?["port"]?.ToString()
        where port is not null
        select port;
}

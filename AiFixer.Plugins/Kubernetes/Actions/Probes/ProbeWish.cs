using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Puts what was asked for into a container's probe, or says why not.</summary>
internal static class ProbeWish
{
    private static readonly string[] Handlers = ["httpGet", "tcpSocket", "exec", "grpc"];

    public static string? Put(KubeArguments wish, JsonObject container)
    {
        var name = $"{wish.Probe}Probe";
        var probe = container[name] as JsonObject ?? [];
        if (ProbePorts.Refusal(wish, container) is { } refusal)
            return refusal;
        if (wish.Path is not null || wish.Port is not null || wish.Scheme is not null)
            if (PutHandler(wish, probe) is { } impossible)
                return impossible;
        if (!Handlers.Any(probe.ContainsKey))
            return $"{wish.Container} has no {wish.Probe} probe: name at least the port";
        PutTimes(wish, probe);
        container[name] ??= probe;
        return null;
    }

    /// <summary>A path makes it an HTTP probe; a probe may have one handler only, so the others go.</summary>
    private static string? PutHandler(KubeArguments wish, JsonObject probe)
    {
        var http = wish.Path is not null || wish.Scheme is not null || probe.ContainsKey("httpGet");
        var kind = http ? "httpGet" : Handlers.FirstOrDefault(h => h is "tcpSocket" or "grpc" && probe.ContainsKey(h)) ?? "tcpSocket";
        var handler = probe[kind] as JsonObject ?? [];
        var port = Port(wish) ?? handler["port"]?.DeepClone();
        if (port is null)
            return $"the {wish.Probe} probe of {wish.Container} is to ask over the network: name its port";
        handler["port"] = port;
        if (http)
            handler["path"] = wish.Path ?? handler["path"]?.DeepClone() ?? "/";
        if (wish.Scheme is not null)
            handler["scheme"] = wish.Scheme;
        foreach (var other in Handlers.Where(h => h != kind))
            probe.Remove(other);
        probe[kind] ??= handler;
        return null;
    }

    private static void PutTimes(KubeArguments wish, JsonObject probe)
    {
        Put(probe, "initialDelaySeconds", wish.InitialDelaySeconds);
        Put(probe, "periodSeconds", wish.PeriodSeconds);
        Put(probe, "timeoutSeconds", wish.TimeoutSeconds);
        Put(probe, "failureThreshold", wish.FailureThreshold);
        Put(probe, "successThreshold", wish.SuccessThreshold);
    }

    private static void Put(JsonObject probe, string name, int? value)
    {
        if (value is { } given)
            probe[name] = given;
    }

    private static JsonValue? Port(KubeArguments wish) => wish.Port is { } port ? JsonValue.Create(port) : null;
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;

namespace AiFixer.Playground.Workload;

/// <summary>What the software answers to a probe: null when it is content, otherwise the kubelet's words.</summary>
internal static class Probing
{
    private const int ForeignPort = 80;

    public static string? Failure(PodRun run, Application application, JsonNode? probe, Strain strain)
    {
        if (probe.Obj("httpGet") is { } get)
            return Http(run, application, get, strain != Strain.None);
        if (probe.Obj("tcpSocket") is { } socket)
            return Open(run, application, socket) is { } port ? $"dial tcp {run.Address}:{port}: connect: connection refused" : null;
        if (probe.Obj("grpc") is { } grpc)
            return Open(run, application, grpc) is { } port ? $"timeout: failed to connect service \"{run.Address}:{port}\" within {probe.Int("timeoutSeconds") ?? 1}s" : null;
        return null;
    }

    private static string? Http(PodRun run, Application application, JsonObject get, bool refusing)
    {
        var path = get.Str("path") ?? "/";
        if (Open(run, application, get) is { } closed)
            return $"Get \"{(get.Str("scheme") ?? "HTTP").ToLowerInvariant()}://{run.Address}:{closed}{path}\": dial tcp {run.Address}:{closed}: connect: connection refused";
        return Status(run, application, path, refusing) is var status && status is >= 200 and < 400 ? null : $"HTTP probe failed with statuscode: {status}";
    }

    private static int Status(PodRun run, Application application, string path, bool refusing)
    {
        if (!application.Owns(run.Image))
            return path == "/" ? 200 : 404;
        if (application.Repository is null)
            return refusing ? 503 : 200;
        if (path == application.ReadyPath)
            return refusing ? 503 : 200;
        return path == application.LivePath ? 200 : 404;
    }

    /// <summary>Null when something listens on the port that the probe names, otherwise that port.</summary>
    private static string? Open(PodRun run, Application application, JsonObject handler)
    {
        var named = handler.Str("port");
        var declared = (run.MainContainer.Arr("ports") ?? []).Select(port => (Name: port.Str("name"), Number: port.Int("containerPort"))).ToList();
        var port = handler.Int("port") ?? declared.Find(known => named is not null && known.Name == named).Number;
        if (port is null)
            return named ?? "0";
        var listens = !application.Owns(run.Image) ? port == ForeignPort
            : application.Repository is not null ? port == application.Port
            : declared.Count == 0 || declared.Exists(known => known.Number == port);
        return listens ? null : port.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

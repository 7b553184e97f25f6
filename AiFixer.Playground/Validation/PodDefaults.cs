using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Nodes;

namespace AiFixer.Playground.Validation;

internal static class PodDefaults
{
    public static void Apply(JsonObject spec)
    {
        spec["restartPolicy"] ??= "Always";
        spec["terminationGracePeriodSeconds"] ??= 30;
        spec["dnsPolicy"] ??= "ClusterFirst";
        spec["securityContext"] ??= new JsonObject();
        spec["schedulerName"] ??= "default-scheduler";
        foreach (var container in (spec.Arr("containers") ?? []).OfType<JsonObject>())
            Container(container);
    }

    /// <summary>What admission adds to every pod: it stays a while on a node that is not ready.</summary>
    public static void Tolerate(JsonObject spec, long seconds)
    {
        if (spec.Arr("tolerations") is not { } tolerations)
            spec["tolerations"] = tolerations = [];
        foreach (var key in (string[])[Taints.NotReady, Taints.Unreachable])
        {
            if (Taints.Patience(spec, new() { ["key"] = key, ["effect"] = "NoExecute" }) == TimeSpan.Zero)
                tolerations.Add((JsonNode)new JsonObject { ["key"] = key, ["operator"] = "Exists", ["effect"] = "NoExecute", ["tolerationSeconds"] = seconds });
        }
    }

    private static void Container(JsonObject container)
    {
        container["resources"] ??= new JsonObject();
        foreach (var (resource, limit) in container.Obj("resources").Obj("limits")?.ToList() ?? [])
            container.Obj("resources")!.Ensure("requests")[resource] ??= limit?.DeepClone();
        container["terminationMessagePath"] ??= "/dev/termination-log";
        container["terminationMessagePolicy"] ??= "File";
        container["imagePullPolicy"] ??= container.Str("image")?.EndsWith(":latest", StringComparison.Ordinal) == true ? "Always" : "IfNotPresent";
        foreach (var port in (container.Arr("ports") ?? []).OfType<JsonObject>())
            port["protocol"] ??= "TCP";
        foreach (var kind in (string[])["readinessProbe", "livenessProbe", "startupProbe"])
        {
            if (container.Obj(kind) is { } probe)
                Probe(probe);
        }
    }

    private static void Probe(JsonObject probe)
    {
        probe["timeoutSeconds"] ??= 1;
        probe["periodSeconds"] ??= 10;
        probe["successThreshold"] ??= 1;
        probe["failureThreshold"] ??= 3;
        if (probe.Obj("httpGet") is not { } get)
            return;
        get["scheme"] ??= "HTTP";
        get["path"] ??= "/";
    }
}

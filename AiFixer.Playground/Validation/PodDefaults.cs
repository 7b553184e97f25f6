using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

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

    private static void Container(JsonObject container)
    {
        container["resources"] ??= new JsonObject();
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

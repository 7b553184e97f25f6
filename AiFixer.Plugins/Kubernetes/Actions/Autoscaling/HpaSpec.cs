using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The spec that is wanted: of one that is there, everything that was not named stays.</summary>
internal static class HpaSpec
{
    public static JsonObject Of(KubeArguments wish, JsonElement? now)
    {
        var spec = now is { ValueKind: JsonValueKind.Object } given ? JsonObject.Create(given)! : New(wish);
        spec["minReplicas"] = wish.MinReplicas;
        spec["maxReplicas"] = wish.MaxReplicas;
        var metrics = spec["metrics"] as JsonArray ?? [];
        Put(metrics, "cpu", wish.CpuPercent);
        Put(metrics, "memory", wish.MemoryPercent);
        spec["metrics"] ??= metrics;
        return spec;
    }

    private static JsonObject New(KubeArguments wish) => new()
    {
        ["scaleTargetRef"] = new JsonObject { ["apiVersion"] = "apps/v1", ["kind"] = "Deployment", ["name"] = wish.Deployment },
    };

    private static void Put(JsonArray metrics, string resource, int? percent)
    {
        if (percent is not { } utilisation)
            return;
        var metric = new JsonObject
        {
            ["type"] = "Resource",
            ["resource"] = new JsonObject
            {
                ["name"] = resource,
                ["target"] = new JsonObject { ["type"] = "Utilization", ["averageUtilization"] = utilisation },
            },
        };
        var known = metrics.Index().FirstOrDefault(m => m.Item?["resource"]?["name"]?.ToString() == resource, (-1, null)).Item1;
        if (known >= 0)
            metrics[known] = metric;
        else
            metrics.Add((JsonNode)metric);
    }
}

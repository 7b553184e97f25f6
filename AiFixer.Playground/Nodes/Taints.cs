using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Nodes;

/// <summary>Taints of nodes and what pods tolerate.</summary>
internal static class Taints
{
    public const string Unschedulable = "node.kubernetes.io/unschedulable";
    public const string NotReady = "node.kubernetes.io/not-ready";
    public const string Unreachable = "node.kubernetes.io/unreachable";
    public const string DiskPressure = "node.kubernetes.io/disk-pressure";
    public const string MemoryPressure = "node.kubernetes.io/memory-pressure";

    public static IEnumerable<JsonObject> Of(StoredObject node) => (node.Spec.Arr("taints") ?? []).OfType<JsonObject>();

    /// <summary>The first taint that keeps the pod away.</summary>
    public static JsonObject? Repelling(StoredObject node, JsonNode? podSpec) =>
        Of(node).FirstOrDefault(taint => taint.Str("effect") is "NoSchedule" or "NoExecute" && !Tolerates(podSpec, taint));

    public static bool Tolerates(JsonNode? podSpec, JsonObject taint) => Tolerations(podSpec, taint).Any();

    /// <summary>How long the pod stays on a node with the taint; null is for ever.</summary>
    public static TimeSpan? Patience(JsonNode? podSpec, JsonObject taint)
    {
        var fitting = Tolerations(podSpec, taint).ToList();
        if (fitting.Count == 0)
            return TimeSpan.Zero;
        var limits = fitting.Select(toleration => toleration.Int("tolerationSeconds")).ToList();
        return limits.TrueForAll(limit => limit is null) ? null : TimeSpan.FromSeconds(Math.Max(0, limits.Min() ?? 0));
    }

    private static IEnumerable<JsonNode?> Tolerations(JsonNode? podSpec, JsonObject taint) =>
        (podSpec.Arr("tolerations") ?? []).Where(toleration => Fits(toleration, taint));

    private static bool Fits(JsonNode? toleration, JsonObject taint)
    {
        if (toleration.Str("effect") is { Length: > 0 } effect && effect != taint.Str("effect"))
            return false;
        var key = toleration.Str("key") ?? "";
        var exists = toleration.Str("operator") == "Exists";
        if (key.Length == 0)
            return exists;
        return key == taint.Str("key") && (exists || (toleration.Str("value") ?? "") == (taint.Str("value") ?? ""));
    }
}

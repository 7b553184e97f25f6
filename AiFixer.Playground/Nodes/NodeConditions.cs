using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Nodes;

/// <summary>The conditions in a node's status; an unchanged one keeps its time.</summary>
internal static class NodeConditions
{
    public const string Ready = "Ready";
    public const string Disk = "DiskPressure";
    public const string Memory = "MemoryPressure";
    public const string Processes = "PIDPressure";

    public static JsonArray Healthy(DateTimeOffset now) =>
    [
        Condition(Memory, "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available", now),
        Condition(Disk, "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure", now),
        Condition(Processes, "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available", now),
        Condition(Ready, "True", "KubeletReady", "kubelet is posting ready status", now),
    ];

    public static string? Status(StoredObject node, string type) => Find(node, type).Str("status");

    /// <summary>True when the condition's status is another one now.</summary>
    public static bool Set(StoredObject node, string type, string status, string reason, string message, DateTimeOffset now)
    {
        if (Find(node, type) is not { } found)
        {
            node.Json.Ensure("status")["conditions"] ??= new JsonArray();
            node.Status.Arr("conditions")!.Add((JsonNode)Condition(type, status, reason, message, now));
            return true;
        }

        var changed = found.Str("status") != status;
        if (changed)
            found["lastTransitionTime"] = KubeTime.Seconds(now);
        (found["status"], found["reason"], found["message"]) = (status, reason, message);
        return changed;
    }

    /// <summary>The kubelet tells the control plane that everything is as it said.</summary>
    public static void Beat(StoredObject node, DateTimeOffset now)
    {
        foreach (var condition in (node.Status.Arr("conditions") ?? []).OfType<JsonObject>())
            condition["lastHeartbeatTime"] = KubeTime.Seconds(now);
    }

    private static JsonObject? Find(StoredObject node, string type) =>
        (node.Status.Arr("conditions") ?? []).OfType<JsonObject>().FirstOrDefault(condition => condition.Str("type") == type);

    private static JsonObject Condition(string type, string status, string reason, string message, DateTimeOffset now) => new()
    {
        ["type"] = type,
        ["status"] = status,
        ["lastHeartbeatTime"] = KubeTime.Seconds(now),
        ["lastTransitionTime"] = KubeTime.Seconds(now),
        ["reason"] = reason,
        ["message"] = message,
    };
}

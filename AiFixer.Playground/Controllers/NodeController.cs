using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>Keeps a node's taints as its conditions and its spec say, and lets pods that do not tolerate them go.</summary>
internal sealed class NodeController(ObjectStore store, WorldClock clock, TaintEviction evictions)
{
    private static readonly string[] Own = [Taints.Unschedulable, Taints.NotReady, Taints.Unreachable, Taints.DiskPressure, Taints.MemoryPressure];

    public void Reconcile(StoredObject node)
    {
        if (node.Removed)
            return;
        var spec = node.Json.Ensure("spec");
        var before = Taints.Of(node).ToList();
        var wanted = Wanted(node).ToList();
        var after = before.Where(taint => !Own.Contains(taint.Str("key")) || wanted.Exists(want => IsSame(want, taint))).Select(JsonReading.Copy).ToList();
        after.AddRange(wanted.Where(want => !before.Exists(taint => IsSame(want, taint))));
        if (after.Count != before.Count || after.Zip(before).Any(pair => !JsonNode.DeepEquals(pair.First, pair.Second)))
        {
            spec["taints"] = new JsonArray([.. after.Select(taint => (JsonNode)taint)]);
            if (after.Count == 0)
                spec.Remove("taints");
            store.Touch(node);
        }

        evictions.Apply(node);
    }

    private IEnumerable<JsonObject> Wanted(StoredObject node)
    {
        if (node.Spec.Bool("unschedulable") == true)
            yield return Taint(Taints.Unschedulable, "NoSchedule");
        if (NodeConditions.Status(node, NodeConditions.Disk) == "True")
            yield return Taint(Taints.DiskPressure, "NoSchedule");
        if (NodeConditions.Status(node, NodeConditions.Memory) == "True")
            yield return Taint(Taints.MemoryPressure, "NoSchedule");
        var key = NodeConditions.Status(node, NodeConditions.Ready) switch { "False" => Taints.NotReady, "Unknown" => Taints.Unreachable, _ => null };
        if (key is null)
            yield break;
        yield return Taint(key, "NoSchedule");
        yield return Taint(key, "NoExecute");
    }

    private JsonObject Taint(string key, string effect)
    {
        var taint = new JsonObject { ["key"] = key, ["effect"] = effect };
        if (effect == "NoExecute")
            taint["timeAdded"] = KubeTime.Seconds(clock.Now);
        return taint;
    }

    private static bool IsSame(JsonObject one, JsonObject other) => one.Str("key") == other.Str("key") && one.Str("effect") == other.Str("effect");
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>Gives an unschedulable node its taint and takes it away again.</summary>
internal sealed class NodeController(ObjectStore store)
{
    private const string Taint = "node.kubernetes.io/unschedulable";

    public void Reconcile(StoredObject node)
    {
        if (node.Removed)
            return;
        var spec = node.Json.Ensure("spec");
        var taints = spec.Arr("taints") ?? [];
        var tainted = taints.FirstOrDefault(taint => taint.Str("key") == Taint);
        var wanted = spec.Bool("unschedulable") == true;
        if (wanted == tainted is not null)
            return;
        if (tainted is not null)
            taints.Remove(tainted);
        else
            taints.Add((JsonNode)new JsonObject { ["key"] = Taint, ["effect"] = "NoSchedule" });
        if (taints.Count == 0)
            spec.Remove("taints");
        else if (taints.Parent is null)
            spec["taints"] = taints;
        store.Touch(node);
    }
}

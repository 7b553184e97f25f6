using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

internal sealed class PodFactory(ObjectStore store, WorldClock clock, WorldIds ids)
{
    public StoredObject Create(StoredObject set)
    {
        var template = set.Spec.Obj("template")!;
        var name = $"{set.Name}-{ids.Suffix()}";
        while (store.Find(Resources.Pods, set.Namespace, name) is not null)
            name = $"{set.Name}-{ids.Suffix()}";
        var metadata = new JsonObject
        {
            ["name"] = name,
            ["generateName"] = $"{set.Name}-",
            ["namespace"] = set.Namespace,
            ["labels"] = template["metadata"]?["labels"]?.DeepClone(),
            ["ownerReferences"] = new JsonArray(OwnerReference.To(set)),
        };
        if (template["metadata"]?["annotations"] is { } annotations)
            metadata["annotations"] = annotations.DeepClone();
        return store.Add(Resources.Pods, new()
        {
            ["metadata"] = metadata,
            ["spec"] = template["spec"]!.DeepClone(),
            ["status"] = new JsonObject { ["phase"] = "Pending", ["qosClass"] = "BestEffort" },
        }, clock.Now);
    }
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;
using AiFixer.Playground.Validation;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Controllers;

/// <summary>Makes a pod from its owner's template, if the namespace's quotas allow one more.</summary>
internal sealed class PodFactory(ObjectStore store, WorldClock clock, WorldIds ids, QuotaController quotas, NodeTimings timings)
{
    public (StoredObject? Pod, string? Refusal) Create(StoredObject owner, string? fixedName = null, string? node = null, string? revision = null)
    {
        var template = owner.Spec.Obj("template")!;
        var spec = template.Obj("spec")!.Copy();
        if (quotas.Refusal(owner.Namespace, spec) is { } refusal)
            return (null, $"pods \"{fixedName ?? $"{owner.Name}-"}\" is forbidden: {refusal}");
        var name = fixedName ?? FreeName(owner);
        var labels = template.Obj("metadata").Obj("labels")?.Copy() ?? [];
        if (revision is not null)
            labels["controller-revision-hash"] = revision;
        if (fixedName is not null)
            labels["statefulset.kubernetes.io/pod-name"] = name;
        var metadata = new JsonObject
        {
            ["name"] = name,
            ["generateName"] = $"{owner.Name}-",
            ["namespace"] = owner.Namespace,
            ["labels"] = labels,
            ["ownerReferences"] = new JsonArray(OwnerReference.To(owner)),
        };
        if (template["metadata"]?["annotations"] is { } annotations)
            metadata["annotations"] = annotations.DeepClone();
        PodDefaults.Apply(spec);
        PodDefaults.Tolerate(spec, (long)timings.Toleration.TotalSeconds);
        if (node is not null)
            spec["nodeName"] = node;
        return (store.Add(Resources.Pods, new()
        {
            ["metadata"] = metadata,
            ["spec"] = spec,
            ["status"] = new JsonObject { ["phase"] = "Pending", ["qosClass"] = PodResources.QosClass(spec) },
        }, clock.Now), null);
    }

    private string FreeName(StoredObject owner)
    {
        var name = $"{owner.Name}-{ids.Suffix()}";
        while (store.Find(Resources.Pods, owner.Namespace, name) is not null)
            name = $"{owner.Name}-{ids.Suffix()}";
        return name;
    }
}

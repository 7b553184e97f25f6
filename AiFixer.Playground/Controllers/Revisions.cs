using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>Which replica set belongs to a deployment's template, and the revision numbers of all of them.</summary>
internal sealed class Revisions(ObjectStore store, WorldClock clock)
{
    private readonly Dictionary<string, (long Generation, string Hash)> hashes = new(StringComparer.Ordinal);

    public StoredObject? Current(StoredObject deployment)
    {
        var hash = HashOf(deployment);
        return store.OwnedBy(deployment.Uid).FirstOrDefault(set => set.Labels.Str(RevisionAnnotations.Hash) == hash);
    }

    public StoredObject Create(StoredObject deployment, long replicas, RolloutPlan plan)
    {
        var hash = HashOf(deployment);
        var template = deployment.Spec.Obj("template")!.Copy();
        template.Ensure("metadata").Ensure("labels")[RevisionAnnotations.Hash] = hash;
        var selector = deployment.Spec.Obj("selector")!.Copy();
        selector.Ensure("matchLabels")[RevisionAnnotations.Hash] = hash;
        var annotations = Inherited(deployment);
        annotations[RevisionAnnotations.Revision] = Text(Highest(deployment) + 1);
        Stamp(annotations, plan);
        return store.Add(Resources.ReplicaSets, new()
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{deployment.Name}-{hash}",
                ["namespace"] = deployment.Namespace,
                ["labels"] = template["metadata"]!["labels"]!.DeepClone(),
                ["annotations"] = annotations,
                ["ownerReferences"] = new JsonArray(OwnerReference.To(deployment)),
            },
            ["spec"] = new JsonObject { ["replicas"] = replicas, ["selector"] = selector, ["template"] = template },
            ["status"] = new JsonObject { ["replicas"] = 0 },
        }, clock.Now);
    }

    /// <summary>A template that is current again gets a new, highest number; the old one goes to its history.</summary>
    public void Promote(StoredObject deployment, StoredObject current)
    {
        var highest = Highest(deployment);
        var own = current.Revision();
        if (own < highest || own == 0)
        {
            var annotations = current.Metadata.Ensure("annotations");
            if (own > 0)
                annotations[RevisionAnnotations.History] = annotations.Str(RevisionAnnotations.History) is { } history ? $"{history},{own}" : Text(own);
            annotations[RevisionAnnotations.Revision] = Text(highest + 1);
            store.Touch(current);
        }

        if (deployment.Revision() == current.Revision())
            return;
        deployment.Metadata.Ensure("annotations")[RevisionAnnotations.Revision] = Text(current.Revision());
        store.Touch(deployment);
    }

    /// <summary>Old, empty replica sets beyond the history limit go, oldest revision first.</summary>
    public void Prune(StoredObject deployment, StoredObject current, long limit)
    {
        var old = store.OwnedBy(deployment.Uid)
            .Where(set => set != current && set.Replicas() == 0 && set.Count("replicas") == 0)
            .OrderBy(ReplicaSetView.Revision).ToList();
        foreach (var set in old.Take((int)Math.Max(0, old.Count - limit)))
            store.Remove(set);
    }

    public static void Stamp(JsonObject annotations, RolloutPlan plan)
    {
        annotations[RevisionAnnotations.Desired] = Text(plan.Replicas);
        annotations[RevisionAnnotations.Max] = Text(plan.Replicas + plan.MaxSurge);
    }

    private long Highest(StoredObject deployment) =>
        store.OwnedBy(deployment.Uid).Select(ReplicaSetView.Revision).DefaultIfEmpty(0).Max();

    private string HashOf(StoredObject deployment)
    {
        if (hashes.TryGetValue(deployment.Uid, out var known) && known.Generation == deployment.Generation)
            return known.Hash;
        var hash = WorldIds.Letters(StableHash.Of(deployment.Spec.Obj("template")));
        hashes[deployment.Uid] = (deployment.Generation, hash);
        return hash;
    }

    private static JsonObject Inherited(StoredObject deployment)
    {
        var annotations = new JsonObject();
        foreach (var (key, value) in deployment.Annotations ?? [])
        {
            if (!RevisionAnnotations.NotInherited.Contains(key))
                annotations[key] = value?.DeepClone();
        }

        return annotations;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>ControllerRevisions: the history of templates of stateful sets and daemon sets.</summary>
internal sealed class TemplateRevisions(ObjectStore store, WorldClock clock)
{
    /// <summary>The hash of the current template; its revision is the newest one afterwards.</summary>
    public string Current(StoredObject owner)
    {
        var hash = WorldIds.Letters(StableHash.Of(owner.Spec.Obj("template")));
        var all = store.OwnedBy(owner.Uid).Where(child => child.Type == Resources.ControllerRevisions).ToList();
        var highest = all.Select(Number).DefaultIfEmpty(0).Max();
        if (all.Find(revision => revision.Name == Name(owner, hash)) is not { } known)
            Create(owner, hash, highest + 1);
        else if (Number(known) < highest)
        {
            known.Json["revision"] = highest + 1;
            store.Touch(known);
        }

        return hash;
    }

    public static string Name(StoredObject owner, string hash) => $"{owner.Name}-{hash}";

    private static long Number(StoredObject revision) => revision.Json.Int("revision") ?? 0;

    private void Create(StoredObject owner, string hash, long number)
    {
        var template = owner.Spec.Obj("template")!.Copy();
        template["$patch"] = "replace";
        var labels = owner.Spec.Obj("template").Obj("metadata").Obj("labels")?.Copy() ?? [];
        labels["controller-revision-hash"] = hash;
        store.Add(Resources.ControllerRevisions, new()
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = Name(owner, hash),
                ["namespace"] = owner.Namespace,
                ["labels"] = labels,
                ["ownerReferences"] = new JsonArray(OwnerReference.To(owner)),
            },
            ["data"] = new JsonObject { ["spec"] = new JsonObject { ["template"] = template } },
            ["revision"] = number,
        }, clock.Now);
    }
}

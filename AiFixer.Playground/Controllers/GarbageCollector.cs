using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>Removes what a removed owner or namespace leaves behind.</summary>
internal sealed class GarbageCollector(ObjectStore store, PodKeeper pods)
{
    public void Collect(StoredObject removed)
    {
        foreach (var child in store.OwnedBy(removed.Uid).ToList())
            Remove(child);
        if (removed.Type != Resources.Namespaces)
            return;
        var inside = Resources.All.Where(type => type.Namespaced).SelectMany(type => store.List(type, removed.Name)).ToList();
        foreach (var target in inside.Where(target => target.OwnerUid is null || target.Type == Resources.Pods))
            Remove(target);
    }

    private void Remove(StoredObject target)
    {
        if (target.Type == Resources.Pods)
            pods.Terminate(target);
        else
            store.Remove(target);
    }
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Store;

/// <summary>Every object of the world with one running version, as etcd keeps them. Used under the world's lock.</summary>
internal sealed class ObjectStore(WorldIds ids)
{
    private readonly Dictionary<ResourceType, SortedDictionary<string, SortedDictionary<string, StoredObject>>> shelves =
        Resources.All.ToDictionary(type => type, _ => new SortedDictionary<string, SortedDictionary<string, StoredObject>>(StringComparer.Ordinal));

    private readonly Dictionary<string, StoredObject> byUid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StoredObject>> owned = new(StringComparer.Ordinal);

    public long Version { get; private set; } = 1000;

    public event Action<Change>? Changed;

    public StoredObject? Find(ResourceType type, string ns, string name) =>
        shelves[type].TryGetValue(ns, out var shelf) && shelf.TryGetValue(name, out var found) ? found : null;

    public StoredObject? ByUid(string? uid) => uid is not null && byUid.TryGetValue(uid, out var found) ? found : null;

    /// <summary>In the order of etcd keys; every namespace when <paramref name="ns"/> is null.</summary>
    public IEnumerable<StoredObject> List(ResourceType type, string? ns = null)
    {
        if (ns is null)
            return shelves[type].Values.SelectMany(shelf => shelf.Values);
        return shelves[type].TryGetValue(ns, out var one) ? one.Values : [];
    }

    /// <summary>What the object controls, oldest first.</summary>
    public IReadOnlyList<StoredObject> OwnedBy(string uid) => owned.TryGetValue(uid, out var children) ? children : [];

    public StoredObject Add(ResourceType type, JsonObject json, DateTimeOffset now)
    {
        Prepare(type, json, now);
        return Put(type, json);
    }

    /// <summary>Puts an object in as it is elsewhere; only what every object has is added where it is missing.</summary>
    public StoredObject Load(ResourceType type, JsonObject json)
    {
        json.Remove("kind");
        json.Remove("apiVersion");
        var metadata = json.Ensure("metadata");
        metadata["uid"] ??= ids.Uid();
        return Put(type, json);
    }

    /// <summary>Says that a controller changed the object's JSON in place.</summary>
    public void Touch(StoredObject target)
    {
        target.Stamp(++Version);
        Publish(ChangeKind.Modified, target);
    }

    public void Replace(StoredObject target, JsonObject json)
    {
        target.Stamp(++Version, json);
        Publish(ChangeKind.Modified, target);
    }

    public void Remove(StoredObject target)
    {
        if (target.Removed)
            return;
        target.Removed = true;
        shelves[target.Type][target.Namespace].Remove(target.Name);
        byUid.Remove(target.Uid);
        if (target.OwnerUid is { } owner && owned.TryGetValue(owner, out var siblings))
            siblings.Remove(target);
        target.Stamp(++Version);
        Publish(ChangeKind.Deleted, target);
        owned.Remove(target.Uid);
    }

    /// <summary>Fills what the server fills on creation.</summary>
    public void Prepare(ResourceType type, JsonObject json, DateTimeOffset now)
    {
        var metadata = json.Ensure("metadata");
        metadata["uid"] = ids.Uid();
        metadata["creationTimestamp"] = KubeTime.Seconds(now);
        if (Resources.HasGeneration(type))
            metadata["generation"] = 1;
    }

    private StoredObject Put(ResourceType type, JsonObject json)
    {
        var made = new StoredObject(type, json, ++Version);
        if (!shelves[type].TryGetValue(made.Namespace, out var shelf))
            shelves[type][made.Namespace] = shelf = new(StringComparer.Ordinal);
        shelf.Add(made.Name, made);
        byUid.Add(made.Uid, made);
        if (made.OwnerUid is { } owner)
            Children(owner).Add(made);
        Publish(ChangeKind.Added, made);
        return made;
    }

    private List<StoredObject> Children(string owner)
    {
        if (!owned.TryGetValue(owner, out var children))
            owned[owner] = children = [];
        return children;
    }

    private void Publish(ChangeKind kind, StoredObject target) => Changed?.Invoke(new(Version, kind, target, target.Bytes));
}

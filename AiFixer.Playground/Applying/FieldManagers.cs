using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Applying;

/// <summary>The managers of one object. Who owns what is kept from the first apply on.</summary>
internal sealed class FieldManagers(IReadOnlyList<FieldManager> all)
{
    public IReadOnlyList<FieldManager> All => all;

    /// <summary>Null when nobody ever applied it.</summary>
    public static FieldManagers? Find(StoredObject target) =>
        target.Metadata.Arr("managedFields") is { } list ? new([.. list.Select(entry => FieldManager.Parse(entry!))]) : null;

    /// <summary>Of an object that was made another way, all fields belong to whoever made it.</summary>
    public static FieldManagers Of(StoredObject target, string time) => Find(target) ?? new(
        [new("before-first-apply", FieldManager.Update, target.Type.ApiVersion, null, time, OwnedObject.Fields(target.Type, target.Json))]);

    public FieldSet Fields(string name, string operation, string? subresource = null) =>
        all.FirstOrDefault(manager => manager.Is(name, operation, subresource))?.Fields ?? new();

    /// <summary>All that somebody else owns.</summary>
    public FieldSet FieldsOfOthers(string name, string operation) => all.Where(manager => !manager.Is(name, operation, null))
        .Aggregate(new FieldSet(), (sum, manager) => sum.Union(manager.Fields));

    /// <summary>The same with one manager's fields; what changes is dated.</summary>
    public FieldManagers With(FieldManager one)
    {
        var others = all.Where(manager => !manager.Is(one.Name, one.Operation, one.Subresource));
        return new([.. others.Append(one).Where(manager => !manager.Fields.IsEmpty)]);
    }

    /// <summary>The same with fields taken from everybody else.</summary>
    public FieldManagers TakenBy(string name, string operation, string? subresource, FieldSet fields) => new(
    [
        .. all.Select(manager => manager.Is(name, operation, subresource) ? manager : manager with { Fields = manager.Fields.Without(fields) })
            .Where(manager => !manager.Fields.IsEmpty),
    ]);

    /// <summary>The same without what is not there any more.</summary>
    public FieldManagers Within(FieldSet there) => new(
        [.. all.Select(manager => manager with { Fields = manager.Fields.Within(there) }).Where(manager => !manager.Fields.IsEmpty)]);

    public JsonArray ToJson() => new([.. all.Select(manager => (JsonNode)manager.ToJson())]);
}

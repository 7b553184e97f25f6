using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Applying.Shapes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Applying;

/// <summary>Server-side apply: everybody says what they want of an object, and the server keeps who said what.</summary>
internal sealed class ApplyEndpoint(ControlPlane world, ObjectWriter writer)
{
    private string Now => KubeTime.Seconds(world.Clock.Now);

    /// <param name="mayCreate">The refusal of a creation: asked only when there is nothing yet.</param>
    public Answer Apply(ApiPath path, ApiCall call, Func<StatusError?> mayCreate)
    {
        if (AppliedObject.Read(path, call).Failed(out var error, out var applied))
            return error;
        var target = world.Store.Find(path.Type, path.Namespace ?? "", path.Name!);
        var mine = new FieldManager(call.Query("fieldManager")!, FieldManager.Apply, path.Type.ApiVersion, null, Now, OwnedObject.Fields(path.Type, applied));
        if (target is null)
            return mayCreate() ?? Create(path, call, applied, mine);
        call.Effect.On(target);
        return Change(target, call, applied, mine).Failed(out error, out var changed) ? error : Answer.Json(changed);
    }

    private Answer Create(ApiPath path, ApiCall call, JsonObject applied, FieldManager mine) =>
        writer.Create(path.Type, path.Namespace, applied, call, new FieldManagers([mine]).ToJson()).Failed(out var error, out var made) ? error : Answer.Json(made, 201);

    private Result<JsonObject> Change(StoredObject target, ApiCall call, JsonObject applied, FieldManager mine)
    {
        var shape = ShapeBook.Of(target.Type.Kind);
        var managers = FieldManagers.Of(target, Now);
        var (live, wanted) = (OwnedObject.Of(target.Json), OwnedObject.Of(applied));
        var conflicts = managers.All.Where(manager => !manager.Is(mine.Name, mine.Operation, null))
            .SelectMany(manager => FieldConflict.Find(manager, live, wanted, shape)).ToList();
        if (conflicts.Count > 0 && !call.Flag("force"))
            return FieldConflict.Refusal(conflicts);
        // What is forced belongs to nobody else any more.
        if (conflicts.Count > 0)
            managers = managers.TakenBy(mine.Name, mine.Operation, null, UpdatedFields.Changed(live, wanted, shape));
        var before = managers.Fields(mine.Name, mine.Operation);
        var merged = (JsonObject)FieldMerge.Merge(live, wanted, shape);
        FieldMerge.Prune(merged, shape, before, mine.Fields, managers.FieldsOfOthers(mine.Name, mine.Operation));
        return writer.Change(target, Whole(target, applied, merged), call, changed => Owners(target, managers, before, mine, changed));
    }

    /// <summary>Who owns what is dated anew only when something is new.</summary>
    private static JsonArray Owners(StoredObject target, FieldManagers managers, FieldSet before, FieldManager mine, bool changed) =>
        !changed && before.IsSame(mine.Fields) && target.Metadata.Arr("managedFields") is { } same
            ? (JsonArray)same.DeepClone()
            : managers.With(mine).ToJson();

    /// <summary>With the server's own part, and with what the writer expects of it.</summary>
    private static JsonObject Whole(StoredObject target, JsonObject applied, JsonObject merged)
    {
        var metadata = merged.Ensure("metadata");
        metadata["name"] = target.Name;
        foreach (var expected in (string[])["uid", "resourceVersion"])
        {
            if (applied.Obj("metadata").Str(expected) is { } value)
                metadata[expected] = value;
        }

        return merged;
    }
}

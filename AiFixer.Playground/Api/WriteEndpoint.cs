using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Patching;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>POST, PUT, PATCH and DELETE of whole objects.</summary>
internal sealed class WriteEndpoint(ControlPlane world, ObjectWriter writer)
{
    public Answer Create(ApiPath path, ApiCall call)
    {
        if (call.BodyFor(path.Type).Failed(out var error, out var json))
            return error;
        if (path.Type.Namespaced && path.Namespace is null)
            return StatusError.BadRequest("an empty namespace may not be set during creation");
        return writer.Create(path.Type, path.Namespace, json, call).Failed(out error, out var made) ? error : Answer.Json(made, 201);
    }

    public Answer Replace(ApiPath path, ApiCall call)
    {
        if (call.BodyFor(path.Type).Failed(out var error, out var json))
            return error;
        if (world.Store.Find(path.Type, path.Namespace ?? "", path.Name!) is not { } target)
            return StatusError.NotFound(path.Type, path.Name!);
        var name = json.Obj("metadata").Str("name");
        if (name != path.Name)
            return StatusError.BadRequest($"the name of the object ({name}) does not match the name on the URL ({path.Name})");
        return Change(target, json, call);
    }

    public Answer Merge(ApiPath path, ApiCall call)
    {
        if (world.Store.Find(path.Type, path.Namespace ?? "", path.Name!) is not { } target)
            return StatusError.NotFound(path.Type, path.Name!);
        call.Effect.On(target);
        var current = Kinds.Named(path.Type, target.Json.Copy());
        return Patch.Apply(call.MediaType, current, call.Body).Failed(out var error, out var patched) ? error : Change(target, patched, call);
    }

    public Answer Delete(ApiPath path, ApiCall call)
    {
        if (world.Store.Find(path.Type, path.Namespace ?? "", path.Name!) is not { } target)
            return StatusError.NotFound(path.Type, path.Name!);
        call.Effect.On(target);
        var options = call.Body.Length == 0 ? null : ProtobufBody.Parse(call.Body) ?? JsonBytes.ParseObject(call.Body);
        if (options is null && call.Body.Length > 0)
            return StatusError.BadRequest("the body is not DeleteOptions in JSON");
        if (Preconditions.OfDeletion(target, options) is { } refusal)
            return refusal;
        if ((options.Str("propagationPolicy") ?? call.Query("propagationPolicy")) == "Orphan")
            return StatusError.BadRequest("the practice world does not orphan dependents: propagationPolicy must be Background or Foreground");
        if (call.DryRun || options.Arr("dryRun") is { Count: > 0 })
            return Deleted(target);
        call.Effect.Changing(target);
        return path.Type == Resources.Pods ? DeletePod(target, options, call) : DeleteOther(target);
    }

    private Answer DeletePod(StoredObject pod, JsonObject? options, ApiCall call)
    {
        long? query = long.TryParse(call.Query("gracePeriodSeconds"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
        world.Pods.Terminate(pod, options.Int("gracePeriodSeconds") ?? query);
        return new(200, Kinds.Named(pod.Type, pod.Bytes));
    }

    private Answer DeleteOther(StoredObject target)
    {
        world.Store.Remove(target);
        return Deleted(target);
    }

    private Answer Change(StoredObject target, JsonObject candidate, ApiCall call) =>
        writer.Change(target, candidate, call).Failed(out var error, out var changed) ? error : Answer.Json(changed);

    private static Answer Deleted(StoredObject target)
    {
        if (target.Type == Resources.Pods)
            return new(200, Kinds.Named(target.Type, target.Bytes));
        var details = new JsonObject { ["name"] = target.Name, ["kind"] = target.Type.Plural, ["uid"] = target.Uid };
        if (target.Type.Group.Length > 0)
            details["group"] = target.Type.Group;
        return Answer.Json(new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Success",
            ["details"] = details,
        });
    }
}

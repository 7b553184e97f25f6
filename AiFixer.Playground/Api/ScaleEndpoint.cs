using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Patching;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>The scale subresource. Zero replicas are left out of its spec.</summary>
internal sealed class ScaleEndpoint(ControlPlane world, ObjectWriter writer)
{
    private static readonly ResourceType Scale = new("autoscaling", "v1", "scales", "scale", "Scale", true);

    public Answer Handle(ApiPath path, ApiCall call)
    {
        if (!Resources.Scales(path.Type))
            return StatusError.NoResource();
        if (world.Store.Find(path.Type, path.Namespace ?? "", path.Name!) is not { } target)
            return StatusError.NotFound(path.Type, path.Name!);
        return call.Method switch
        {
            "GET" => Answer.Json(Of(target.Type, target.Json)),
            "PUT" => call.BodyFor(Scale).Failed(out var error, out var body) ? error : Change(target, body, call),
            "PATCH" => Patched(target, call),
            _ => StatusError.MethodNotAllowed(),
        };
    }

    private Answer Patched(StoredObject target, ApiCall call) =>
        Patch.Apply(call.MediaType, Of(target.Type, target.Json), call.Body).Failed(out var error, out var body) ? error : Change(target, body, call);

    private Answer Change(StoredObject target, JsonObject scale, ApiCall call)
    {
        call.Effect.On(target);
        if (scale.Obj("metadata") is { } metadata && Preconditions.Refusal(target, metadata) is { } refusal)
            return refusal;
        var spec = scale.Obj("spec");
        var replicas = spec?["replicas"] is null ? 0 : spec.Int("replicas");
        if (replicas is null)
            return StatusError.BadRequest("Scale in version \"v1\" cannot be handled as a Scale: spec.replicas is not an integer");
        if (replicas < 0)
            return StatusError.Invalid(Scale, target.Name, [FieldError.Invalid("spec.replicas", $"{replicas}", "must be greater than or equal to 0")]);
        var candidate = target.Json.Copy();
        candidate.Ensure("spec")["replicas"] = replicas;
        return writer.Change(target, candidate, call).Failed(out var error, out var changed) ? error : Answer.Json(Of(target.Type, changed));
    }

    private static JsonObject Of(ResourceType type, JsonObject json)
    {
        var from = json.Obj("metadata");
        var metadata = new JsonObject();
        foreach (var key in (string[])["name", "namespace", "uid", "resourceVersion", "creationTimestamp"])
            metadata[key] = from.Str(key);
        var spec = new JsonObject();
        if (json.Obj("spec").Int("replicas") is { } replicas and not 0)
            spec["replicas"] = replicas;
        var labels = json.Obj("spec").Obj("selector").Obj("matchLabels") ?? [];
        return Kinds.Named(Scale, new JsonObject
        {
            ["metadata"] = metadata,
            ["spec"] = spec,
            ["status"] = new JsonObject
            {
                ["replicas"] = json.Obj("status").Int("replicas") ?? 0,
                ["selector"] = string.Join(",", labels.Select(pair => $"{pair.Key}={pair.Value.AsText()}")),
            },
        });
    }
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Applying.Shapes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Applying;

/// <summary>The body of an apply, read and held against its type.</summary>
internal static class AppliedObject
{
    public static Result<JsonObject> Read(ApiPath path, ApiCall call)
    {
        var type = path.Type;
        if (string.IsNullOrEmpty(call.Query("fieldManager")))
            return StatusError.Unprocessable("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch");
        if (JsonBytes.ParseObject(call.Body) is not { } json)
            return StatusError.BadRequest("error decoding YAML: the practice world takes the part of YAML that is JSON, which is what kubectl sends");
        if (json.Str("kind") != type.Kind || json.Str("apiVersion") != type.ApiVersion)
            return StatusError.BadRequest($"the object provided is unrecognized (must be of type {type.Kind} in {type.ApiVersion}): {json.Str("kind")} in {json.Str("apiVersion")}");
        if (json.Obj("metadata") is not { } metadata)
            return StatusError.BadRequest("metadata must be an object");
        if (metadata.Arr("managedFields") is { Count: > 0 })
            return StatusError.BadRequest("metadata.managedFields must be nil");
        if (metadata.Str("name") != path.Name)
            return StatusError.BadRequest($"the name of the object ({metadata.Str("name")}) does not match the name on the URL ({path.Name})");
        if (metadata.Str("namespace") is { Length: > 0 } ns && ns != path.Namespace)
            return StatusError.BadRequest($"the namespace of the provided object does not match the namespace sent on the request ({ns} != {path.Namespace})");
        return Typed(path, json);
    }

    private static Result<JsonObject> Typed(ApiPath path, JsonObject json)
    {
        var problems = ShapeCheck.Problems(json, ShapeBook.Of(path.Type.Kind));
        if (problems.Count == 0)
            return json;
        var (group, version) = (path.Type.Group, path.Type.Version);
        var about = $"({path.Namespace}/{path.Name}; {group}/{version}, Kind={path.Type.Kind})";
        var said = problems.Count == 1 ? problems[0] : $"errors:\n{string.Join('\n', problems.Select(problem => $"  {problem}"))}\n";
        // A refusal without a reason: so the server answers this.
        return new StatusError(500, "", $"failed to create typed patch object {about}: {said}");
    }
}

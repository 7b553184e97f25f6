using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Patching;

/// <summary>RFC 6902. An operation that cannot be done, a failed test included, refuses the whole patch with 422.</summary>
internal static class JsonPatch
{
    public static Result<JsonObject> Apply(JsonObject target, JsonArray operations)
    {
        var document = target.Copy();
        foreach (var operation in operations)
        {
            if (JsonPointer.Parse(operation.Str("path")) is not { } path || operation is not JsonObject step)
                return StatusError.BadRequest("json: an operation of the patch has no valid path");
            if (Refusal(document, step, path) is { } refusal)
                return refusal;
        }

        return document;
    }

    private static StatusError? Refusal(JsonObject document, JsonObject step, string[] path) => step.Str("op") switch
    {
        "add" => Need(step.ContainsKey("value") && JsonPointer.TryAdd(document, path, step["value"]?.DeepClone()), "add", path),
        "remove" => Need(JsonPointer.TryRemove(document, path), "remove", path),
        "replace" => Need(Replace(document, path, step), "replace", path),
        "test" => Test(document, path, step["value"]),
        "copy" => Need(Transfer(document, step, path, remove: false), "copy", path),
        "move" => Need(Transfer(document, step, path, remove: true), "move", path),
        var unknown => StatusError.BadRequest($"Unexpected kind: {unknown ?? "none"}"),
    };

    private static bool Replace(JsonObject document, string[] path, JsonObject step) =>
        step.ContainsKey("value")
        && JsonPointer.TryGet(document, path, out _)
        && JsonPointer.TryRemove(document, path)
        && JsonPointer.TryAdd(document, path, step["value"]?.DeepClone());

    private static bool Transfer(JsonObject document, JsonObject step, string[] path, bool remove)
    {
        if (JsonPointer.Parse(step.Str("from")) is not { } from || !JsonPointer.TryGet(document, from, out var value))
            return false;
        var copy = value?.DeepClone();
        return (!remove || JsonPointer.TryRemove(document, from)) && JsonPointer.TryAdd(document, path, copy);
    }

    private static StatusError? Test(JsonObject document, string[] path, JsonNode? expected)
    {
        JsonPointer.TryGet(document, path, out var found);
        return JsonNode.DeepEquals(found, expected)
            ? null
            : StatusError.Unprocessable($"the server rejected our request due to an error in our request: testing value /{string.Join('/', path)} failed");
    }

    private static StatusError? Need(bool done, string operation, string[] path) =>
        done ? null : StatusError.Unprocessable($"the server rejected our request due to an error in our request: {operation} operation does not apply: doc is missing path: /{string.Join('/', path)}");
}

using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Patching;

/// <summary>The kinds of patch, chosen by content type.</summary>
internal static class Patch
{
    public const string Json = "application/json-patch+json";
    public const string Merge = "application/merge-patch+json";
    public const string Strategic = "application/strategic-merge-patch+json";

    /// <summary>Server-side apply: no patch of what is there but a whole, merged by who owns what.</summary>
    public const string ServerSide = "application/apply-patch+yaml";

    /// <summary>Gives a new object; <paramref name="target"/> stays as it is.</summary>
    public static Result<JsonObject> Apply(string mediaType, JsonObject target, byte[] body)
    {
        if (mediaType is not (Json or Merge or Strategic))
            return StatusError.UnsupportedMediaType(mediaType, string.Join(", ", Json, Merge, Strategic, ServerSide));
        return (mediaType, JsonBytes.Parse(body)) switch
        {
            (Json, JsonArray operations) => JsonPatch.Apply(target, operations),
            (Merge, JsonObject patch) => (JsonObject)MergePatch.Apply(target, patch)!,
            (Strategic, JsonObject patch) => StrategicMergePatch.Apply(target, patch),
            _ => StatusError.BadRequest("error decoding patch: the body has not the form its content type asks for"),
        };
    }
}

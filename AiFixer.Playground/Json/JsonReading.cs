using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Json;

/// <summary>Reads that answer null instead of throwing when a field is absent or has another type.</summary>
internal static class JsonReading
{
    public static JsonObject? Obj(this JsonNode? node, string key) => (node as JsonObject)?[key] as JsonObject;

    public static JsonArray? Arr(this JsonNode? node, string key) => (node as JsonObject)?[key] as JsonArray;

    public static string? Str(this JsonNode? node, string key) => (node as JsonObject)?[key].AsText();

    public static long? Int(this JsonNode? node, string key) => (node as JsonObject)?[key].AsInt();

    public static bool? Bool(this JsonNode? node, string key) =>
        (node as JsonObject)?[key] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static long? AsInt(this JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
            return null;
        if (value.TryGetValue<int>(out var small))
            return small;
        return value.TryGetValue<long>(out var large) ? large : null;
    }

    /// <summary>The object under <paramref name="key"/>, made if it is not there.</summary>
    public static JsonObject Ensure(this JsonObject node, string key)
    {
        if (node[key] is JsonObject found)
            return found;
        var made = new JsonObject();
        node[key] = made;
        return made;
    }

    public static JsonObject Copy(this JsonObject node) => (JsonObject)node.DeepClone();
}

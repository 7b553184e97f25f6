using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Applying;

/// <summary>A step on the way to a field, as managedFields writes it: <c>f:spec</c>, <c>k:{"name":"app"}</c>, <c>v:"a"</c>.</summary>
internal static class FieldElement
{
    public static string Named(string name) => $"f:{name}";

    public static string Valued(JsonNode? value) => $"v:{value?.ToJsonString() ?? "null"}";

    public static string Keyed(JsonObject element, IEnumerable<string> keys)
    {
        var parts = keys.Order(StringComparer.Ordinal).Select(key => KeyValuePair.Create(key, KeyOf(element, key)?.DeepClone()));
        return $"k:{new JsonObject(parts).ToJsonString()}";
    }

    /// <summary>A protocol that is left out is TCP.</summary>
    public static JsonNode? KeyOf(JsonObject element, string key) => element[key] ?? (key == "protocol" ? "TCP" : null);

    /// <summary>As refusals write it: <c>.spec</c>, <c>[name="app"]</c>.</summary>
    public static string Text(string element) => (element[..2], JsonBytes.Parse(System.Text.Encoding.UTF8.GetBytes(element[2..]))) switch
    {
        ("f:", _) => $".{element[2..]}",
        ("k:", JsonObject keys) => $"[{string.Join(",", keys.Select(pair => $"{pair.Key}={pair.Value?.ToJsonString()}"))}]",
        _ => $"[={element[2..]}]",
    };

    /// <summary>What stands there; null when nothing does.</summary>
    public static JsonNode? Find(JsonNode? node, string element, IReadOnlyList<string> keys) => (element[..2], node) switch
    {
        ("f:", JsonObject map) => map[element[2..]],
        ("k:", JsonArray list) => list.FirstOrDefault(item => item is JsonObject one && Keyed(one, keys) == element),
        ("v:", JsonArray list) => list.FirstOrDefault(item => Valued(item) == element),
        _ => null,
    };

    public static void Remove(JsonNode node, string element, IReadOnlyList<string> keys)
    {
        if (node is JsonObject map)
            map.Remove(element[2..]);
        else if (node is JsonArray list && Find(list, element, keys) is { } item)
            list.Remove(item);
    }
}

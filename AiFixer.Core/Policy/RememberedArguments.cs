using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>The arguments of a call so that two that mean the same are the same text.</summary>
internal static class RememberedArguments
{
    private const string Any = "*";

    /// <returns>Null when they are no object: then nothing is the same.</returns>
    public static string? Of(PluginRequest request, TargetRef target, bool anyName)
    {
        try
        {
            return JsonNode.Parse(request.Arguments) is JsonObject given ? Text(given, target.Name, anyName) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static string Text(JsonObject given, string name, bool anyName)
    {
        var sorted = new JsonObject();
        foreach (var (key, value) in given.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            sorted[key] = anyName && Names(value, name) ? new JsonObject { [Any] = Any } : Sorted(value);
        return sorted.ToJsonString();
    }

    private static bool Names(JsonNode? value, string name) =>
        value is JsonValue one && one.TryGetValue<string>(out var text) && text == name;

    private static JsonNode? Sorted(JsonNode? value) => value switch
    {
        JsonObject parts => new JsonObject(parts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => value?.DeepClone(),
    };
}

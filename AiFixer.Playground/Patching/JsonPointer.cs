using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Patching;

/// <summary>RFC 6901 over a document that may be changed.</summary>
internal static class JsonPointer
{
    /// <summary>Null when the text is no pointer.</summary>
    public static string[]? Parse(string? text)
    {
        if (text is null || (text.Length > 0 && text[0] != '/'))
            return null;
        return [.. text.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
    }

    public static bool TryGet(JsonNode? node, ReadOnlySpan<string> path, out JsonNode? found)
    {
        found = node;
        foreach (var part in path)
        {
            if (found is JsonObject map && map.TryGetPropertyValue(part, out var value))
                found = value;
            else if (found is JsonArray list && Index(part, list.Count - 1) is { } index)
                found = list[index];
            else
                return false;
        }

        return true;
    }

    public static bool TryAdd(JsonNode root, ReadOnlySpan<string> path, JsonNode? value)
    {
        if (path.IsEmpty || !TryGet(root, path[..^1], out var parent))
            return false;
        if (parent is JsonObject map)
        {
            map[path[^1]] = value;
            return true;
        }

        if (parent is not JsonArray list || (path[^1] == "-" ? list.Count : Index(path[^1], list.Count)) is not { } index)
            return false;
        list.Insert(index, value);
        return true;
    }

    public static bool TryRemove(JsonNode root, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty || !TryGet(root, path[..^1], out var parent))
            return false;
        if (parent is JsonObject map)
            return map.Remove(path[^1]);
        if (parent is not JsonArray list || Index(path[^1], list.Count - 1) is not { } index)
            return false;
        list.RemoveAt(index);
        return true;
    }

    private static int? Index(string part, int highest) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= highest ? index : null;
}

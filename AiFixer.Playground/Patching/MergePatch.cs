using System.Text.Json.Nodes;

namespace AiFixer.Playground.Patching;

/// <summary>RFC 7386: null removes, a list replaces the whole list.</summary>
internal static class MergePatch
{
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var merged = target is JsonObject map ? (JsonObject)map.DeepClone() : [];
        foreach (var (key, value) in changes)
        {
            if (value is null)
                merged.Remove(key);
            else
                merged[key] = Apply(merged[key], value);
        }

        return merged;
    }
}

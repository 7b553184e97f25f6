using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>An object without bookkeeping that nobody reads, and without values that look like passwords.</summary>
internal static partial class ObjectTrimmer
{
    public static JsonObject Trim(JsonElement item)
    {
        var node = JsonObject.Create(item)!;
        if (node["metadata"] is JsonObject metadata)
        {
            metadata.Remove("managedFields");
            (metadata["annotations"] as JsonObject)?.Remove(WellKnown.LastApplied);
        }

        Mask(node);
        return node;
    }

    private static void Mask(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                Mask(item);
        if (node is not JsonObject given)
            return;
        foreach (var (name, value) in given.ToList())
            if (name == "env" && value is JsonArray variables)
                MaskVariables(variables);
            else
                Mask(value);
    }

    private static void MaskVariables(JsonArray variables)
    {
        foreach (var variable in variables.OfType<JsonObject>())
            if (variable.ContainsKey("value") && LooksSecret().IsMatch(variable["name"]?.ToString() ?? ""))
                variable["value"] = "(hidden)";
    }

    [GeneratedRegex("pass|secret|token|key|credential|dsn|conn|auth|url", RegexOptions.IgnoreCase)]
    private static partial Regex LooksSecret();
}

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
            else if (name is "args" or "command" && value is JsonArray words)
                MaskWords(words);
            else
                Mask(value);
    }

    private static void MaskVariables(JsonArray variables)
    {
        foreach (var variable in variables.OfType<JsonObject>())
            if (variable.ContainsKey("value") && SecretVariable.IsOne(variable["name"]?.ToString() ?? ""))
                variable["value"] = SecretVariable.Hidden;
    }

    private static void MaskWords(JsonArray words)
    {
        foreach (var (index, word) in words.ToList().Index())
            if (word?.GetValueKind() is JsonValueKind.String && Setting().Match(word.GetValue<string>()) is { Success: true } setting
                && SecretVariable.IsOne(setting.Groups["name"].Value))
                words[index] = $"{setting.Groups["name"].Value}={SecretVariable.Hidden}";
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9._-]{1,100})=")]
    private static partial Regex Setting();
}

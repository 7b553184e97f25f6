using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Llm.Providers;

namespace AiFixer.Llm.Prompts;

/// <summary>Providers that enforce a schema refuse one with limits they do not know; those are checked here alone.</summary>
internal static class PlainSchema
{
    private static readonly string[] Limits = ["minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "pattern", "default"];

    public static JsonElement Of(string schema)
    {
        var node = JsonNode.Parse(schema)!;
        Strip(node);
        return Wire.Parse(node.ToJsonString());
    }

    private static void Strip(JsonNode? node)
    {
        if (node is not JsonObject schema)
            return;
        foreach (var limit in Limits)
            schema.Remove(limit);
        Strip(schema["items"]);
        foreach (var property in schema["properties"]?.AsObject() ?? [])
            Strip(property.Value);
    }
}

using System.Text.Json.Nodes;
using AiFixer.Core.Alerts;
using AiFixer.Core.Schemas;

namespace AiFixer.Llm.Answers;

/// <summary>Leaves out of an answer what nobody asked for: it changes nothing and must not cost a whole answer.</summary>
internal static class KnownFields
{
    /// <summary>The fields that were left out.</summary>
    public static IReadOnlyList<string> Keep(SchemaNode schema, JsonNode? value)
    {
        var dropped = new List<string>();
        Keep(schema, value, dropped);
        return dropped;
    }

    private static void Keep(SchemaNode schema, JsonNode? value, List<string> dropped)
    {
        if (value is JsonArray items && schema.Items is { } each)
            foreach (var item in items)
                Keep(each, item, dropped);
        if (value is not JsonObject fields)
            return;
        foreach (var name in fields.Select(field => field.Key).ToList())
        {
            if (schema.Properties.GetValueOrDefault(name) is { } known)
                Keep(known, fields[name], dropped);
            else if (schema.NoAdditionalProperties && fields.Remove(name))
                dropped.Add(TextCleaner.Line(name, 40));
        }
    }
}

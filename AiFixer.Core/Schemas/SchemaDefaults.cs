using System.Text.Json.Nodes;

namespace AiFixer.Core.Schemas;

/// <summary>Puts the defaults where nothing was given.</summary>
internal static class SchemaDefaults
{
    public static void Fill(SchemaNode schema, JsonNode? value)
    {
        if (value is JsonObject given)
            FillObject(schema, given);
        if (value is JsonArray items && schema.Items is { } each)
            foreach (var item in items)
                Fill(each, item);
    }

    private static void FillObject(SchemaNode schema, JsonObject given)
    {
        foreach (var (name, property) in schema.Properties)
        {
            if (!given.ContainsKey(name) && property.Default is { } value)
                given[name] = value.DeepClone();
            Fill(property, given[name]);
        }
    }
}

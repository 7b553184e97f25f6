using System.Text.Json;

namespace AiFixer.Core.Schemas;

/// <summary>Checks a value and collects every error with its path.</summary>
internal static class SchemaCheck
{
    public static void Check(SchemaNode schema, JsonElement value, string path, List<ArgumentError> errors)
    {
        if (schema.Types.Count > 0 && !schema.Types.Any(type => Is(type, value)))
        {
            errors.Add(new(path, $"must be {string.Join(" or ", schema.Types.Select(Named))}"));
            return;
        }

        if (schema.Allowed is { } allowed && !allowed.Contains(SchemaNode.Canonical(value)))
            errors.Add(new(path, $"must be {(allowed.Count == 1 ? "" : "one of ")}{string.Join(", ", allowed)}"));
        errors.AddRange(Of(schema, value).Select(message => new ArgumentError(path, message)));
        if (value.ValueKind is JsonValueKind.Object)
            CheckProperties(schema, value, path, errors);
        if (value.ValueKind is JsonValueKind.Array && schema.Items is { } items)
            foreach (var (index, item) in value.EnumerateArray().Index())
                Check(items, item, $"{path}[{index}]", errors);
    }

    private static IEnumerable<string> Of(SchemaNode schema, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TextRules.Broken(schema, value.GetString()!),
        JsonValueKind.Number => NumberRules.Broken(schema, value),
        JsonValueKind.Array => ArrayRules(schema, value.GetArrayLength()),
        _ => [],
    };

    private static IEnumerable<string> ArrayRules(SchemaNode schema, int count)
    {
        if (count < schema.MinItems)
            yield return $"must have at least {schema.MinItems} items";
        if (count > schema.MaxItems)
            yield return $"must have at most {schema.MaxItems} items";
    }

    private static void CheckProperties(SchemaNode schema, JsonElement value, string path, List<ArgumentError> errors)
    {
        errors.AddRange(schema.Required.Where(name => !value.TryGetProperty(name, out _))
            .Select(name => new ArgumentError(JsonPath.Of(path, name), "is required")));
        foreach (var property in value.EnumerateObject())
        {
            var at = JsonPath.Of(path, property.Name);
            if (schema.Properties.GetValueOrDefault(property.Name) is { } known)
                Check(known, property.Value, at, errors);
            else if (schema.NoAdditionalProperties)
                errors.Add(new(at, $"is not a parameter; there are {string.Join(", ", schema.Properties.Keys)}"));
            else if (schema.AdditionalProperties is { } other)
                Check(other, property.Value, at, errors);
        }
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind is JsonValueKind.Null,
        "integer" => value.ValueKind is JsonValueKind.Number && NumberRules.IsWhole(value),
        _ => value.ValueKind is JsonValueKind.Number,
    };

    private static string Named(string type) => type is "object" or "array" or "integer" ? $"an {type}" : type is "null" ? type : $"a {type}";
}

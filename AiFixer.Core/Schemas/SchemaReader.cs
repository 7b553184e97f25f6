using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Core.Schemas;

/// <summary>Reads a schema and collects everything that is wrong with it.</summary>
internal static class SchemaReader
{
    private static readonly HashSet<string> TypeNames = ["object", "array", "string", "integer", "number", "boolean", "null"];

    public static SchemaNode? Read(string schema, List<string> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(schema);
            return Node(document.RootElement, "$", problems);
        }
        catch (JsonException e)
        {
            problems.Add($"$: not JSON: {e.Message}");
            return null;
        }
    }

    private static SchemaNode Node(JsonElement schema, string path, List<string> problems)
    {
        var node = new SchemaNode();
        if (schema.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{path}: a schema is an object");
            return node;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            try
            {
                node = With(node, keyword.Name, keyword.Value, $"{path}.{keyword.Name}", problems);
            }
            catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException or NotSupportedException)
            {
                problems.Add($"{path}.{keyword.Name}: {e.Message}");
            }
        }

        return node;
    }

    private static SchemaNode With(SchemaNode node, string keyword, JsonElement value, string path, List<string> problems) => keyword switch
    {
        "type" => node with { Types = Types(value, path, problems) },
        "properties" => node with { Properties = Properties(value, path, problems) },
        "required" => node with { Required = [.. value.EnumerateArray().Select(v => v.GetString()!)] },
        "additionalProperties" when value.ValueKind is JsonValueKind.False => node with { NoAdditionalProperties = true },
        "additionalProperties" when value.ValueKind is JsonValueKind.True => node,
        "additionalProperties" => node with { AdditionalProperties = Node(value, path, problems) },
        "enum" => node with { Allowed = [.. value.EnumerateArray().Select(SchemaNode.Canonical)] },
        "const" => node with { Allowed = [SchemaNode.Canonical(value)] },
        "minimum" => node with { Minimum = value.GetDecimal() },
        "maximum" => node with { Maximum = value.GetDecimal() },
        "minLength" => node with { MinLength = value.GetInt32() },
        "maxLength" => node with { MaxLength = value.GetInt32() },
        "pattern" => node with { Pattern = EcmaPattern.Compile(value.GetString()!), PatternText = value.GetString() },
        "items" => node with { Items = Node(value, path, problems) },
        "minItems" => node with { MinItems = value.GetInt32() },
        "maxItems" => node with { MaxItems = value.GetInt32() },
        "default" => node with { Default = JsonNode.Parse(value.GetRawText()) },
        "title" or "description" or "examples" or "$schema" or "$comment" => node,
        _ => throw new NotSupportedException("this keyword is not supported"),
    };

    private static Dictionary<string, SchemaNode> Properties(JsonElement value, string path, List<string> problems) =>
        value.EnumerateObject().ToDictionary(p => p.Name, p => Node(p.Value, $"{path}.{p.Name}", problems));

    private static List<string> Types(JsonElement value, string path, List<string> problems)
    {
        List<string> types = value.ValueKind is JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
            : [value.GetString()!];
        problems.AddRange(types.Where(t => !TypeNames.Contains(t)).Select(t => $"{path}: there is no type '{t}'"));
        return types;
    }
}

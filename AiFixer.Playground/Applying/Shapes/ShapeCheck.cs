using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Applying.Shapes;

/// <summary>What in an object is not as its type says, in the words of the server.</summary>
internal static class ShapeCheck
{
    public static IReadOnlyList<string> Problems(JsonObject json, Shape shape)
    {
        var problems = new List<string>();
        Value(json, shape, "", problems);
        return problems;
    }

    private static void Value(JsonNode? value, Shape shape, string path, List<string> problems)
    {
        if (value is null || shape.Kind is ShapeKind.Anything or ShapeKind.Open)
            return;
        if (Expected(value, shape) is { } expected)
            problems.Add($"{path}: expected {expected}, got {value.ToJsonString()}");
        else if (value is JsonObject map)
            Members(map, shape, path, problems);
        else if (value is JsonArray list)
            Elements(list, shape, path, problems);
    }

    private static void Members(JsonObject map, Shape shape, string path, List<string> problems)
    {
        foreach (var (name, member) in map)
        {
            if (shape.Field(name) is { } field)
                Value(member, field, $"{path}.{name}", problems);
            else
                problems.Add($"{path}.{name}: field not declared in schema");
        }
    }

    private static void Elements(JsonArray list, Shape shape, string path, List<string> problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < list.Count; i++)
        {
            var place = $"{path}[{i}]";
            if (shape.Kind == ShapeKind.Keyed && list[i] is JsonObject element)
            {
                if (shape.Keys.FirstOrDefault(key => FieldElement.KeyOf(element, key) is null) is { } missing)
                    problems.Add($"{path}: element {i}: associative list with keys has an element that omits key field \"{missing}\"");
                place = path + FieldElement.Text(FieldElement.Keyed(element, shape.Keys));
                if (!seen.Add(place))
                    problems.Add($"{path}: duplicate entries for key {place[path.Length..]}");
            }

            Value(list[i], shape.Element, place, problems);
        }
    }

    private static string? Expected(JsonNode value, Shape shape) => (shape.Kind, value.GetValueKind()) switch
    {
        (ShapeKind.Text, JsonValueKind.String) => null,
        (ShapeKind.Text, _) => "string",
        (ShapeKind.Number, _) => value.AsInt() is null ? "numeric (int or float)" : null,
        (ShapeKind.Flag, JsonValueKind.True or JsonValueKind.False) => null,
        (ShapeKind.Flag, _) => "boolean",
        (ShapeKind.Struct or ShapeKind.Map, JsonValueKind.Object) => null,
        (ShapeKind.Struct or ShapeKind.Map, _) => "map",
        (_, JsonValueKind.Array) => null,
        _ => "list",
    };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>Ways to change a case's files.</summary>
internal static class Edits
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CaseContents WithJson(this CaseContents contents, string name, Action<JsonNode> change) => contents.With(name, text => Changed(text, change));

    public static CaseContents WithLines(this CaseContents contents, string name, Func<IReadOnlyList<string>, IEnumerable<string>> change) =>
        contents.With(name, text => string.Concat(change(Lines(text)).Select(line => line + "\n")));

    public static JsonNode? Json(this CaseContents contents, string name) => contents.Files.TryGetValue(name, out var text) ? JsonNode.Parse(text) : null;

    public static IReadOnlyList<string> Lines(this CaseContents contents, string name) => contents.Files.TryGetValue(name, out var text) ? Lines(text) : [];

    public static string Changed(string json, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(json)!;
        change(node);
        return Text(node);
    }

    public static string Text(JsonNode node) => node.ToJsonString(Written);

    /// <summary>Every text in it, with the name of the property it is of.</summary>
    public static IEnumerable<(string Key, string Text)> Texts(JsonNode? node, string key = "") => node switch
    {
        JsonObject all => all.SelectMany(one => Texts(one.Value, one.Key)),
        JsonArray list => list.SelectMany(one => Texts(one, key)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(key, text)],
        _ => [],
    };

    /// <summary>The same with other texts.</summary>
    public static JsonNode? Rewritten(JsonNode? node, Func<string, string, string> change, string key = "") => node switch
    {
        JsonObject all => new JsonObject(all.Select(one => KeyValuePair.Create(one.Key, Rewritten(one.Value, change, one.Key)))),
        JsonArray list => new JsonArray([.. list.Select(one => Rewritten(one, change, key))]),
        JsonValue value when value.TryGetValue<string>(out var text) => change(key, text),
        _ => node?.DeepClone(),
    };

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)];
}

using System.Text.Json.Nodes;

namespace AiFixer.Playground.Models;

/// <summary>What the forms of all providers need.</summary>
internal static class FormText
{
    private const int PieceLength = 40;

    public static string Text(this JsonNode? node, string name) => node is JsonObject fields ? Plain(fields[name]) : "";

    public static string Plain(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(),
    };

    public static IEnumerable<JsonNode?> Items(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonArray ?? [];

    /// <summary>A text as it comes in a stream.</summary>
    public static IEnumerable<string> Split(string text)
    {
        for (var at = 0; at < text.Length; at += PieceLength)
            yield return text.Substring(at, Math.Min(PieceLength, text.Length - at));
    }

    public static string Event(JsonNode data, string? name = null) => $"{(name is null ? "" : $"event: {name}\n")}data: {data.ToJsonString()}\n\n";

    /// <summary>The arguments where a provider has an object.</summary>
    public static JsonNode? Arguments(ModelCall call) =>
        call.Raw is { } raw ? (TryParse(raw) ?? raw) : call.AsText ? call.Arguments.ToJsonString() : call.Arguments.DeepClone();

    public static string ArgumentsText(ModelCall call) => call.Raw ?? call.Arguments.ToJsonString();

    public static bool IsLegal(string name, int most, string extra = "-") =>
        name.Length > 0 && name.Length <= most && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_' || extra.Contains(c, StringComparison.Ordinal));

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

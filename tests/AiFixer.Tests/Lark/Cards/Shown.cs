using System.Text.Json.Nodes;

namespace AiFixer.Tests.Lark.Cards;

/// <summary>Reads a card the way the platform does.</summary>
internal static class Shown
{
    public static IEnumerable<JsonObject> Tagged(JsonNode? node, string tag) => Objects(node).Where(thing => (string?)thing["tag"] == tag);

    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(field => Objects(field.Value)).Prepend(thing),
        JsonArray things => things.SelectMany(Objects),
        _ => [],
    };

    /// <summary>Everything that is read as Markdown.</summary>
    public static string Markdown(JsonNode card) => string.Join("\n", Tagged(card, "markdown").Select(text => (string?)text["content"]));

    /// <summary>Everything that people see.</summary>
    public static string Text(JsonNode card) => System.Net.WebUtility.HtmlDecode(
        string.Join("\n", Objects(card).Select(thing => (string?)(thing["content"] as JsonValue))));

    public static IEnumerable<string> Buttons(JsonNode card) => Tagged(card, "button").Select(button => (string?)button["behaviors"]?[0]?["value"]?["op"]).OfType<string>();
}

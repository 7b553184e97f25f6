using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Room;

/// <summary>A button of a card that tells the app something.</summary>
/// <param name="Value">What it carries.</param>
/// <param name="Name">Its name within a form; empty when it has none.</param>
/// <param name="Submits">Whether the form it is in is sent with it.</param>
public sealed record RoomButton(string Text, JsonObject Value, string Name, bool Submits, bool Disabled)
{
    /// <summary>Those of a card, in the order in which they are shown.</summary>
    public static IReadOnlyList<RoomButton> Of(JsonNode? card)
    {
        var found = new List<RoomButton>();
        Collect(card, found);
        return found;
    }

    private static void Collect(JsonNode? node, List<RoomButton> found)
    {
        if (node is JsonObject element)
        {
            if (Read(element) is { } button)
                found.Add(button);
            foreach (var (_, value) in element)
                Collect(value, found);
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
                Collect(item, found);
        }
    }

    private static RoomButton? Read(JsonObject element)
    {
        if (Said(element["tag"]) != "button")
            return null;
        var callback = (element["behaviors"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(one => Said(one["type"]) == "callback");
        var submits = Said(element["form_action_type"]) == "submit";
        if (callback is null && !submits)
            return null;
        return new(
            Said((element["text"] as JsonObject)?["content"]),
            callback?["value"] is JsonObject value ? (JsonObject)value.DeepClone() : [],
            Said(element["name"]),
            submits,
            element["disabled"] is JsonValue flag && flag.TryGetValue<bool>(out var disabled) && disabled);
    }

    private static string Said(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}

using System.Text.Json.Nodes;

namespace AiFixer.Simulation.Chat;

/// <summary>The buttons of a card, by what they carry.</summary>
internal static class Buttons
{
    public static IReadOnlyList<JsonObject> Of(JsonNode? card) => [.. All(card)];

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject thing when (string?)(thing["tag"] as JsonValue) == "button" => (thing["behaviors"] as JsonArray ?? []).Select(one => one?["value"]).OfType<JsonObject>(),
        JsonObject thing => thing.SelectMany(field => All(field.Value)),
        JsonArray things => things.SelectMany(All),
        _ => [],
    };
}

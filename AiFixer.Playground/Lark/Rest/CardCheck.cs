using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>Refuses the cards that the platform refuses.</summary>
internal static class CardCheck
{
    /// <returns>Why; null when the card is taken.</returns>
    public static CardProblem? Problem(JsonObject card)
    {
        if (CardElements.Said(card["type"]) == "template")
            return null;
        if (CardElements.Said(card["schema"]) != "2.0")
            return FirstVersion(card);
        if (CardElements.Stranger(card, CardElements.TopLevel) is { } stranger)
            return new(200621, "parse card json err, unknown property", stranger);
        if (card["body"] is not JsonObject body || body["elements"] is not JsonArray elements)
            return new(200621, "parse card json err, body.elements is missing");
        return Config(card["config"]) ?? Header(card["header"]) ?? new CardWalk().Check(elements);
    }

    /// <summary>The older cards take nearly everything.</summary>
    private static CardProblem? FirstVersion(JsonObject card) =>
        card["elements"] is JsonArray or null && (card["elements"] is not null || card["header"] is not null || card["i18n_elements"] is not null)
            ? null
            : new(200621, "parse card json err, elements is missing");

    private static CardProblem? Config(JsonNode? config) =>
        config?["update_multi"] is JsonValue value && !(value.TryGetValue<bool>(out var isMulti) && isMulti)
            ? new(200621, "parse card json err, update_multi must be true", "update_multi")
            : null;

    private static CardProblem? Header(JsonNode? header)
    {
        if (header is null)
            return null;
        if (CardElements.Said(header["title"]?["content"]).Length == 0)
            return new(200621, "parse card json err, header.title is missing");
        if (header["template"] is { } colour && !CardElements.Colours.Contains(CardElements.Said(colour)))
            return new(200621, "parse card json err, unknown template", CardElements.Said(colour));
        return header["text_tag_list"] is JsonArray { Count: > 3 } ? new(11310, "text_tag_list exceeds the limit") : null;
    }
}

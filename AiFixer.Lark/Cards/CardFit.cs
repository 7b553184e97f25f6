using System.Text.Json.Nodes;

namespace AiFixer.Lark.Cards;

/// <summary>Makes a card fit: with half the room for its texts, half of that, and so on. Its buttons are never what is left out.</summary>
internal static class CardFit
{
    private const int Halvings = 10;

    /// <param name="draw">Draws the card in the room there is.</param>
    public static JsonObject Draw(Func<CardRoom, LarkCard> draw)
    {
        var share = 1.0;
        for (var i = 0; ; i++, share /= 2)
        {
            var card = CardJson.Write(draw(new(share)));
            if (i == Halvings || Fits(card))
                return card;
        }
    }

    public static bool Fits(JsonObject card) => Size(card) <= CardLimits.Bytes && Elements(card) <= CardLimits.Elements;

    /// <summary>Everything with a tag, labels included: the platform may count as many, never more.</summary>
    public static int Elements(JsonNode? node) => node switch
    {
        JsonObject thing => (thing.ContainsKey("tag") ? 1 : 0) + thing.Sum(field => Elements(field.Value)),
        JsonArray things => things.Sum(Elements),
        _ => 0,
    };

    /// <summary>The card travels as a text; this is how long it is at most.</summary>
    public static int Size(JsonObject card) => LarkJson.Size(card);
}

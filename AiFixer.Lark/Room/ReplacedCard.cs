using System.Text.Json.Nodes;
using AiFixer.Lark.Cards;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Room;

/// <summary>What a message becomes that nothing belongs into any more.</summary>
internal static class ReplacedCard
{
    public static JsonObject Draw(Words words) => CardJson.Write(new(
        words["replaced.title"], "", words["replaced.title"], CardColor.Ignored, [], [new CardText(words.Tell("replaced.text"))]));
}

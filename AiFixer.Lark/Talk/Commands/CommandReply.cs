using System.Text.Json.Nodes;
using AiFixer.Lark.Cards;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>What a command is answered: a heading and lines, all of them shown as they are.</summary>
internal sealed record CommandReply(string Heading, IReadOnlyList<string> Lines, string? Block = null)
{
    private const int MostLines = 100;
    private const int LongestLine = 500;
    private const int LongestBlock = 6_000;

    public static CommandReply Of(string line) => new(line, []);

    /// <summary>A card, because plain messages have no way to show text that would mention somebody.</summary>
    public JsonObject Draw(Words words) => CardFit.Draw(room =>
    {
        var lines = room.Take(Lines, MostLines).Select(line => Markdown.Text(room.Take(line, LongestLine))).ToList();
        var elements = new List<CardElement> { new CardText(Markdown.Text(room.Take(Heading, 1_000))), new CardText(Markdown.Lines(lines)) };
        if (Block is not null)
            elements.Add(new CardText(Markdown.Text(room.Take(Block, LongestBlock))));
        return new LarkCard(words["command.title"], "", Heading, "blue", [], elements);
    });
}

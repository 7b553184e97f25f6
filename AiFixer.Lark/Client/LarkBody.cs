using System.Text.Json.Nodes;

namespace AiFixer.Lark.Client;

/// <summary>What a message says.</summary>
/// <param name="Type"><c>interactive</c>, <c>text</c> or <c>post</c>.</param>
/// <param name="Content">The card or the content, as an object; the client makes the platform's text of it.</param>
public sealed record LarkBody(string Type, JsonObject Content)
{
    public static LarkBody Card(JsonObject card) => new("interactive", card);

    public static LarkBody Text(string text) => new("text", new JsonObject { ["text"] = text });
}

using System.Text.Json;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Alerts;

/// <summary>Reads what messages of any type say. Never throws for what is in them.</summary>
internal static class MessageContent
{
    public static MessageText Read(LarkMessage message, Mentioned mentioned)
    {
        try
        {
            using var json = JsonDocument.Parse(message.Content);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(message.Type, json.RootElement, mentioned) : MessageText.Nothing;
        }
        catch (JsonException)
        {
            return MessageText.Nothing;
        }
    }

    private static MessageText Read(string type, JsonElement content, Mentioned mentioned)
    {
        var writer = new TextWriter();
        if (type == "text")
            Text(content, mentioned, writer);
        else if (type is "post" or "interactive")
            new RichContent(mentioned, writer).Read(content);
        return writer.Take();
    }

    private static void Text(JsonElement content, Mentioned mentioned, TextWriter writer)
    {
        if (!content.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            return;
        var words = JsonWords.Of(text);
        foreach (var address in words.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
            writer.Link(address);
        writer.Inline(mentioned.Named(words));
    }
}

using System.Text.Json;

namespace AiFixer.Lark.Alerts;

/// <summary>
/// The words of a post or a card, however deep they are: cards of schema 1.0 and 2.0, and the poorer form in which the
/// platform hands cards on. Words of buttons and fields to fill in are no news; where they lead to is.
/// </summary>
internal sealed class RichContent(Mentioned mentioned, TextWriter writer)
{
    private const int Deepest = 32;

    private static readonly string[] First = ["header", "title", "subtitle", "text", "content", "fields"];

    private static readonly HashSet<string> Silent =
        ["config", "behaviors", "value", "confirm", "placeholder", "style", "styles", "icon", "alt", "text_tag_list", "options", "default_value"];

    private static readonly HashSet<string> Controls =
        ["button", "overflow", "select_static", "multi_select_static", "select_person", "input", "date_picker", "picker_time", "picker_datetime", "checker"];

    private static readonly HashSet<string> Inline = ["text", "a", "at", "md", "emotion", "plain_text", "lark_md"];

    public void Read(JsonElement content) => Visit(Language(content), 0);

    /// <summary>One of the languages of a post or of a card with several.</summary>
    private static JsonElement Language(JsonElement content)
    {
        if (content.TryGetProperty("type", out var type) && JsonWords.Of(type) == "template" && content.TryGetProperty("data", out var data))
            return data;
        foreach (var language in (ReadOnlySpan<string>)["zh_cn", "en_us"])
        {
            if (content.TryGetProperty(language, out var one) && one.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                return one;
        }

        return content;
    }

    private void Visit(JsonElement element, int depth)
    {
        if (depth > Deepest)
            return;
        if (element.ValueKind == JsonValueKind.Array)
            Items(element, depth);
        else if (element.ValueKind == JsonValueKind.Object)
            Object(element, depth);
    }

    private void Items(JsonElement items, int depth)
    {
        var isParagraph = items.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object && Inline.Contains(JsonWords.Of(item, "tag")));
        if (isParagraph)
            writer.EndLine();
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String)
                writer.Line(Markup.Plain(JsonWords.Of(item), writer));
            else if (isParagraph && item.ValueKind == JsonValueKind.Object && Inline.Contains(JsonWords.Of(item, "tag")))
                Segment(item);
            else
                Visit(item, depth + 1);
        }

        if (isParagraph)
            writer.EndLine();
    }

    /// <summary>A piece of a line.</summary>
    private void Segment(JsonElement item)
    {
        var tag = JsonWords.Of(item, "tag");
        if (tag == "at")
        {
            writer.Inline($" {mentioned.Name(JsonWords.Of(item, "user_id"), JsonWords.Of(item, "user_name"))} ");
            return;
        }

        if (tag == "a")
            writer.Link(JsonWords.Of(item, "href"));
        var words = JsonWords.Of(item, "text");
        writer.Inline(Markup.Plain(words.Length > 0 ? words : JsonWords.Of(item, "content"), writer));
    }

    private void Object(JsonElement element, int depth)
    {
        var tag = JsonWords.Of(element, "tag");
        if (tag == "hr")
            writer.Line(MessageText.Rule);
        else if (tag == "table")
            CardTable.Read(element, writer);
        else if (Controls.Contains(tag))
            Addresses(element, depth);
        else
            Properties(element, depth);
    }

    private void Properties(JsonElement element, int depth)
    {
        foreach (var name in First)
        {
            if (element.TryGetProperty(name, out var property))
                Property(name, property, depth);
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!First.Contains(property.Name) && !Silent.Contains(property.Name))
                Property(property.Name, property.Value, depth);
        }
    }

    private void Property(string name, JsonElement value, int depth)
    {
        if (name == "i18n_elements" && value.ValueKind == JsonValueKind.Object)
            Visit(Language(value), depth + 1);
        else if (name == "template_variable" && value.ValueKind == JsonValueKind.Object)
            Variables(value);
        else if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            Visit(value, depth + 1);
        else if (name is "title" or "subtitle" or "text" or "content" && value.ValueKind == JsonValueKind.String)
            writer.Line(Markup.Plain(JsonWords.Of(value), writer));
        else if (name is "url" or "href" or "default_url" && value.ValueKind == JsonValueKind.String)
            writer.Link(JsonWords.Of(value));
    }

    private void Variables(JsonElement variables)
    {
        foreach (var variable in variables.EnumerateObject())
        {
            if (JsonWords.Of(variable.Value) is { Length: > 0 } words)
                writer.Line($"{variable.Name}: {Markup.Plain(words, writer)}");
        }
    }

    private void Addresses(JsonElement element, int depth)
    {
        if (depth > Deepest)
            return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Addresses(item, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.Name is "url" or "default_url")
                    writer.Link(JsonWords.Of(property.Value));
                else
                    Addresses(property.Value, depth + 1);
            }
        }
    }
}

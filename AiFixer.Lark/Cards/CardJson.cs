using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Core.Alerts;

namespace AiFixer.Lark.Cards;

/// <summary>Writes cards as the platform's JSON 2.0. It knows no way to write one that is not valid.</summary>
internal static class CardJson
{
    public static JsonObject Write(LarkCard card)
    {
        var body = new JsonArray();
        foreach (var element in card.Elements)
            Element(body, element);
        return new()
        {
            ["schema"] = "2.0",
            ["config"] = new JsonObject
            {
                ["update_multi"] = true,
                ["enable_forward"] = false,
                ["width_mode"] = "fill",
                ["summary"] = new JsonObject { ["content"] = Line(card.Summary, CardLimits.Title) },
            },
            ["header"] = Header(card),
            ["body"] = new JsonObject { ["direction"] = "vertical", ["elements"] = body },
        };
    }

    private static JsonObject Header(LarkCard card)
    {
        var header = new JsonObject { ["title"] = Plain(card.Title, CardLimits.Title), ["template"] = card.Color };
        if (card.Subtitle.Length > 0)
            header["subtitle"] = Plain(card.Subtitle, CardLimits.Title);
        if (card.Tags.Count > 0)
            header["text_tag_list"] = new JsonArray([.. card.Tags.Take(CardLimits.HeaderTags).Select(Tag)]);
        return header;
    }

    private static JsonNode Tag(CardTag tag) =>
        new JsonObject { ["tag"] = "text_tag", ["text"] = Plain(tag.Text, CardLimits.Label), ["color"] = tag.Color };

    private static void Element(JsonArray into, CardElement element)
    {
        switch (element)
        {
            case CardText { Text.IsEmpty: true }:
                break;
            case CardText text:
                into.Add(Markdown(text));
                break;
            case CardRule:
                into.Add(new JsonObject { ["tag"] = "hr" });
                break;
            case CardButtons { Buttons.Count: > 0 } row:
                into.Add(Row(row));
                break;
            case CardForm form:
                into.Add(Form(form));
                break;
            case CardPanel panel when panel.Texts.Any(text => !text.Text.IsEmpty):
                into.Add(Panel(panel));
                break;
        }
    }

    private static JsonObject Markdown(CardText text) => new() { ["tag"] = "markdown", ["content"] = text.Text.Written };

    private static JsonObject Row(CardButtons row) => new()
    {
        ["tag"] = "column_set",
        ["flex_mode"] = "flow",
        ["horizontal_spacing"] = "8px",
        ["columns"] = new JsonArray([.. row.Buttons.Select(button => (JsonNode)new JsonObject
        {
            ["tag"] = "column",
            ["width"] = "auto",
            ["elements"] = new JsonArray(Button(button)),
        })]),
    };

    private static JsonObject Button(CardButton button)
    {
        var written = new JsonObject
        {
            ["tag"] = "button",
            ["type"] = button.Look switch { ButtonLook.Primary => "primary_filled", ButtonLook.Danger => "danger", _ => "default" },
            ["text"] = Plain(button.Text, CardLimits.ButtonText),
            ["behaviors"] = new JsonArray(button.Value is { } value
                ? new JsonObject { ["type"] = "callback", ["value"] = value.DeepClone() }
                : new JsonObject { ["type"] = "open_url", ["default_url"] = button.Opens!.AbsoluteUri }),
        };
        if (button.Sure is { } sure)
            written["confirm"] = new JsonObject { ["title"] = Plain(button.Text, CardLimits.ButtonText), ["text"] = Plain(sure, CardLimits.Title) };
        return written;
    }

    private static JsonObject Form(CardForm form)
    {
        var submit = Button(form.Submit);
        submit["name"] = form.Name + "_send";
        submit["form_action_type"] = "submit";
        return new()
        {
            ["tag"] = "form",
            ["name"] = form.Name,
            ["elements"] = new JsonArray(
                new JsonObject
                {
                    ["tag"] = "input",
                    ["name"] = form.Field,
                    ["required"] = true,
                    ["max_length"] = CardLimits.InputLength,
                    ["input_type"] = "multiline_text",
                    ["rows"] = 2,
                    ["label"] = Plain(form.Label, CardLimits.Label),
                    ["placeholder"] = Plain(form.Placeholder, CardLimits.Placeholder),
                },
                submit),
        };
    }

    private static JsonObject Panel(CardPanel panel) => new()
    {
        ["tag"] = "collapsible_panel",
        ["expanded"] = false,
        ["header"] = new JsonObject { ["title"] = Plain(panel.Title, CardLimits.Label) },
        ["elements"] = new JsonArray([.. panel.Texts.Where(text => !text.Text.IsEmpty).Select(text => (JsonNode)Markdown(text))]),
    };

    private static JsonObject Plain(string text, int most) => new() { ["tag"] = "plain_text", ["content"] = Line(text, most) };

    /// <summary>A text of one line, cut between two whole characters.</summary>
    private static string Line(string text, int most)
    {
        var line = TextCleaner.Line(text, int.MaxValue);
        if (line.Length <= most)
            return line;
        var kept = char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{line.AsSpan(0, kept)}…");
    }
}

using System.Globalization;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Room;

/// <summary>Writes one card about one incident.</summary>
internal sealed class Pen(Incident incident, RoomScene scene, CardRoom room)
{
    private readonly List<CardElement> _elements = [];

    public Words Words => scene.Words;

    public CardRoom Room => room;

    public IncidentId Incident => incident.Id;

    public Pen Add(Markdown text)
    {
        if (!text.IsEmpty)
            _elements.Add(new CardText(text));
        return this;
    }

    public Pen Add(CardElement element)
    {
        _elements.Add(element);
        return this;
    }

    /// <summary>A text from outside under its name; nothing when it is empty.</summary>
    public Pen Field(string key, string text, int most) => Add(Labelled(key, text, most));

    public Markdown Labelled(string key, string text, int most) =>
        string.IsNullOrWhiteSpace(text) ? Markdown.Empty : Labelled(key, Markdown.Text(room.Take(text, most)));

    public Markdown Labelled(string key, Markdown text) =>
        text.IsEmpty ? text : Words.Tell("label", Markdown.Bold(Words[key]), text);

    /// <summary>A text from outside on lines of its own, folded away when it is long.</summary>
    public Pen Block(string key, string text, int most, int open = 400)
    {
        if (string.IsNullOrWhiteSpace(text))
            return this;
        var shown = Markdown.Text(room.Take(text, most));
        return text.Length > open
            ? Add(new CardPanel(Words[key], [new(shown)]))
            : Add(Words.Tell("label", Markdown.Bold(Words[key]), Markdown.Text("\n") + shown));
    }

    public CardButton Button(ClickKind kind, string part, ButtonLook look) =>
        CardButton.Sends(Words["button." + kind.ToString().ToLowerInvariant()], look, new ClickValue(kind, incident.Id, part).ToJson());

    public CardForm Form(ClickKind kind, string part, string words, ButtonLook look) => new(
        kind.ToString().ToLowerInvariant(),
        "reason",
        Words[words + ".label"],
        Words[words + ".placeholder"],
        Button(kind, part, look));

    public string Title(string key) => Words.Say(key, incident.Alert.Name);

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public LarkCard Card(string title, string color, params CardTag[] tags)
    {
        var page = scene.PageOf(incident.Id);
        if (room.IsCut)
            Add(Markdown.Quiet(page is null ? Words.Tell("cut.nowhere", Markdown.Text(incident.Id.Value)) : Words.Tell("cut")));
        if (page is not null)
            Add(new CardButtons([CardButton.Leads(Words["page.open"], page)]));
        var target = incident.Alert.Target?.ToString() ?? "";
        var subtitle = target.Length == 0 ? incident.Id.Value : $"{target} · {incident.Id}";
        return new(title, subtitle, $"{incident.Severity} {title}", color, [new(incident.Severity.ToString(), "neutral"), .. tags], _elements);
    }
}

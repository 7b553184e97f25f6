using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>
/// A card of our own words alone: the platform looks at what is written, and refuses a whole card for one line of a log. Nothing
/// can be approved on it, for it does not show what; it says where that is.
/// </summary>
internal static class PlainCard
{
    public static JsonObject Draw(Incident incident, string part, bool isOpen, RoomScene scene)
    {
        var words = scene.Words;
        var title = words.Say("plain.title", incident.Id);
        var text = words.Tell(isOpen ? "plain.asks" : "plain.told", Markdown.Text(part), Markdown.Text(incident.Id.Value));
        List<CardElement> elements = [new CardText(text)];
        if (scene.PageOf(incident.Id) is { } page)
            elements.Add(new CardButtons([CardButton.Leads(words["page.open"], page)]));
        return CardJson.Write(new(title, "", $"{incident.Severity} {title}", CardColor.Of(incident.Severity), [new(incident.Severity.ToString(), "neutral")], elements));
    }
}

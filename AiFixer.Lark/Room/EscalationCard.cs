using System.Globalization;
using System.Text.RegularExpressions;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>Says that a person has to go on, and lets one.</summary>
internal static partial class EscalationCard
{
    public static LarkCard Draw(Incident incident, Escalation escalation, string part, bool isOpen, Pen pen)
    {
        pen.Field("escalation.reason", pen.Words.Own(escalation.Reason), 1_500)
            .Field("escalation.cause", incident.Diagnosis?.RootCause ?? "", 1_000)
            .Add(For(pen, escalation.To));
        if (escalation.TakenBy is { } taker)
            pen.Add(pen.Words.Tell("escalation.taken", Markdown.Text(pen.Room.Take(taker.Name, 100))));
        if (escalation.Reminders > 0 && isOpen)
            pen.Add(pen.Words.Tell("escalation.reminders", Markdown.Text(escalation.Reminders.ToString(CultureInfo.InvariantCulture))));
        pen.Add(new CardRule());
        if (isOpen)
            Buttons(pen, part);
        else
            pen.Add(pen.Words.Tell("escalation.over"));
        return pen.Card(pen.Title("escalation.title"), CardColor.Of(incident.Severity), new CardTag(pen.Words[isOpen ? "tag.escalated" : "tag.closed"], isOpen ? "red" : "neutral"));
    }

    private static void Buttons(Pen pen, string part) => pen
        .Add(new CardButtons([
            pen.Button(ClickKind.Take, part, ButtonLook.Primary),
            pen.Button(ClickKind.Again, part, ButtonLook.Plain),
            pen.Button(ClickKind.Ignore, part, ButtonLook.Danger),
        ]))
        .Add(pen.Form(ClickKind.Fixed, part, "fixed", ButtonLook.Plain));

    /// <summary>A person of Lark is called by it, as <c>Name (ou_…)</c> says who it is.</summary>
    public static Markdown For(Pen pen, string to)
    {
        var person = OpenId().Match(to);
        var name = Markdown.Text(pen.Room.Take(person.Success ? to[..person.Index].Trim() : to, 100));
        return to.Length == 0 ? Markdown.Empty
            : pen.Labelled("escalation.to", person.Success ? Markdown.Join(" ", [name, Markdown.Mention(person.Groups[1].Value)]) : name);
    }

    [GeneratedRegex(@"\((ou_[A-Za-z0-9_]{1,80})\)$")]
    private static partial Regex OpenId();
}

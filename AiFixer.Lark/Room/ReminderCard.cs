using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>Says once more that nobody finished it: a message of its own, for a changed card calls nobody.</summary>
internal static class ReminderCard
{
    public static LarkCard Draw(Incident incident, Escalation escalation, Pen pen)
    {
        pen.Field("escalation.reason", pen.Words.Own(escalation.Reason), 500).Add(EscalationCard.For(pen, escalation.To));
        if (escalation.TakenBy is { } taker)
            pen.Add(pen.Words.Tell("escalation.taken", Markdown.Text(pen.Room.Take(taker.Name, 100))));
        pen.Add(pen.Words.Tell("reminder.since", Markdown.Text(Pen.Moment(escalation.At)), Markdown.Text(escalation.Reminders.ToString(CultureInfo.InvariantCulture))));
        return pen.Card(pen.Title("reminder.title"), CardColor.Of(incident.Severity));
    }
}

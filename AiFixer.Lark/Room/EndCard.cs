using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>Says how an incident ended.</summary>
internal static class EndCard
{
    public static LarkCard Draw(Incident incident, Closing closing, Pen pen)
    {
        var isResolved = incident.Status == IncidentStatus.Resolved;
        var length = closing.At - incident.OpenedAt;
        return pen
            .Add(pen.Labelled("end.how", How(pen, closing)))
            .Field("end.note", pen.Words.Own(closing.Note), 1_000)
            .Add(pen.Labelled("end.time", Markdown.Text(string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours}:{length:mm\\:ss}"))))
            .Card(pen.Title(isResolved ? "end.resolved" : "end.ignored"), isResolved ? CardColor.Over : CardColor.Ignored);
    }

    private static Markdown How(Pen pen, Closing closing) => closing.How == ClosedBy.Person
        ? pen.Words.Tell("end.person", Markdown.Text(pen.Room.Take(closing.By?.Name ?? pen.Words["answer.nobody"], 100)))
        : Markdown.Text(pen.Words.Name("end", closing.How));
}

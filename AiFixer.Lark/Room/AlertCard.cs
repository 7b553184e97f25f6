using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>Says that there is an incident, and where it stands: everything else answers this message.</summary>
internal static class AlertCard
{
    public static LarkCard Draw(Incident incident, Pen pen) => Begun(incident, pen)
        .Card(pen.Words.Say("alert.title", incident.Severity, incident.Alert.Name), CardColor.Of(incident.Severity));

    /// <summary>The same in another chat than the one where people talk about it.</summary>
    public static LarkCard DrawCopy(Incident incident, Pen pen) => Begun(incident, pen)
        .Add(Markdown.Quiet(pen.Words.Tell("copy.where")))
        .Card(pen.Words.Say("alert.title", incident.Severity, incident.Alert.Name), CardColor.Of(incident.Severity));

    private static Pen Begun(Incident incident, Pen pen) => pen
        .Field("alert.summary", incident.Alert.Summary, 1_000)
        .Block("alert.description", incident.Alert.Description, 2_000)
        .Add(pen.Labelled("state", Markdown.Text(pen.Words[StateOf(incident.Status)])));

    /// <summary>Few enough that the card is not changed at every step.</summary>
    private static string StateOf(IncidentStatus status) => status switch
    {
        IncidentStatus.Escalated => "state.escalated",
        IncidentStatus.Resolved => "state.resolved",
        IncidentStatus.Ignored => "state.ignored",
        _ when status.AwaitsApproval() => "state.asking",
        _ => "state.working",
    };
}

using AiFixer.Core.Incidents;

namespace AiFixer.Lark.Room;

/// <summary>The signs on the message that an alert was, in the platform's words.</summary>
internal static class Reactions
{
    public const string Seen = "OnIt";
    public const string Done = "DONE";
    public const string Rejected = "No";
    public const string Failed = "ERROR";
    public const string Duplicate = "Get";

    public static string Of(Incident incident) => incident.Status switch
    {
        IncidentStatus.Resolved => Done,
        IncidentStatus.Ignored => Rejected,
        IncidentStatus.Escalated => incident.Cards.LastOrDefault()?.Outcome == CardOutcome.Rejected ? Rejected : Failed,
        _ => Seen,
    };
}

using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Pages.Shell;

/// <summary>How statuses look.</summary>
internal static class StatusText
{
    public static string Tone(IncidentStatus status) => status switch
    {
        IncidentStatus.AwaitingDiagnosisApproval or IncidentStatus.AwaitingProposalApproval => "ask",
        IncidentStatus.Escalated => "bad",
        IncidentStatus.Resolved => "good",
        IncidentStatus.Ignored => "quiet",
        _ => "busy",
    };
}

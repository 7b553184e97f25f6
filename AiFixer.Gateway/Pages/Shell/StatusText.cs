using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Pages.Shell;

/// <summary>Statuses as people read them.</summary>
internal static class StatusText
{
    public static string Name(IncidentStatus status) => status switch
    {
        IncidentStatus.New => "New",
        IncidentStatus.Triaging => "Triaging",
        IncidentStatus.Diagnosing => "Diagnosing",
        IncidentStatus.AwaitingDiagnosisApproval => "Diagnosis: your call",
        IncidentStatus.Proposing => "Looking for a fix",
        IncidentStatus.AwaitingProposalApproval => "Fix: your call",
        IncidentStatus.Waiting => "Waiting",
        IncidentStatus.Executing => "Executing",
        IncidentStatus.Verifying => "Verifying",
        IncidentStatus.Escalated => "In a person's hands",
        IncidentStatus.Resolved => "Resolved",
        _ => "Ignored",
    };

    public static string Tone(IncidentStatus status) => status switch
    {
        IncidentStatus.AwaitingDiagnosisApproval or IncidentStatus.AwaitingProposalApproval => "ask",
        IncidentStatus.Escalated => "bad",
        IncidentStatus.Resolved => "good",
        IncidentStatus.Ignored => "quiet",
        _ => "busy",
    };
}

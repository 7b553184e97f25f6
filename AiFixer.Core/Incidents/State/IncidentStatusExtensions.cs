namespace AiFixer.Core.Incidents;

public static class IncidentStatusExtensions
{
    public static bool IsOpen(this IncidentStatus status) =>
        status is not (IncidentStatus.Resolved or IncidentStatus.Ignored);

    public static bool AwaitsApproval(this IncidentStatus status) =>
        status is IncidentStatus.AwaitingDiagnosisApproval or IncidentStatus.AwaitingProposalApproval;
}

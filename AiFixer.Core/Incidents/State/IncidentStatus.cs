namespace AiFixer.Core.Incidents;

/// <summary>Where an incident stands.</summary>
public enum IncidentStatus
{
    New,
    Triaging,
    Diagnosing,
    AwaitingDiagnosisApproval,
    Proposing,
    AwaitingProposalApproval,
    Waiting,
    Executing,
    Verifying,

    /// <summary>In a person's hands: still open.</summary>
    Escalated,
    Resolved,
    Ignored,
}

using System.Text.Json.Serialization;

namespace AiFixer.Core.Incidents.Events;

/// <summary>
/// Something that happened to an incident. The name in the journal carries a version: a changed event gets a new name,
/// and the old one still loads.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Opened), "opened/1")]
[JsonDerivedType(typeof(AlertWorsened), "alert-worsened/1")]
[JsonDerivedType(typeof(AlertJoined), "alert-joined/1")]
[JsonDerivedType(typeof(AlertCleared), "alert-cleared/1")]
[JsonDerivedType(typeof(AlertFiredAgain), "alert-fired-again/1")]
[JsonDerivedType(typeof(TriageStarted), "triage-started/1")]
[JsonDerivedType(typeof(Triaged), "triaged/1")]
[JsonDerivedType(typeof(DiagnosisStarted), "diagnosis-started/1")]
[JsonDerivedType(typeof(Diagnosed), "diagnosed/1")]
[JsonDerivedType(typeof(DiagnosisApprovalSkipped), "diagnosis-approval-skipped/1")]
[JsonDerivedType(typeof(DiagnosisApprovalRequested), "diagnosis-approval-requested/1")]
[JsonDerivedType(typeof(ProposingStarted), "proposing-started/1")]
[JsonDerivedType(typeof(Proposed), "proposed/1")]
[JsonDerivedType(typeof(PolicyDecided), "policy-decided/1")]
[JsonDerivedType(typeof(ProposalApprovalRequested), "proposal-approval-requested/1")]
[JsonDerivedType(typeof(CardDecided), "card-decided/1")]
[JsonDerivedType(typeof(GrantIssued), "grant-issued/1")]
[JsonDerivedType(typeof(ExecutionStarted), "execution-started/1")]
[JsonDerivedType(typeof(ActionStarted), "action-started/1")]
[JsonDerivedType(typeof(ActionFinished), "action-finished/1")]
[JsonDerivedType(typeof(ActionNotSent), "action-not-sent/1")]
[JsonDerivedType(typeof(ActionPostponed), "action-postponed/1")]
[JsonDerivedType(typeof(ActionResumed), "action-resumed/1")]
[JsonDerivedType(typeof(OutcomeUnknown), "outcome-unknown/1")]
[JsonDerivedType(typeof(OutcomeFound), "outcome-found/1")]
[JsonDerivedType(typeof(VerificationStarted), "verification-started/1")]
[JsonDerivedType(typeof(HealthChanged), "health-changed/1")]
[JsonDerivedType(typeof(VerificationEnded), "verification-ended/1")]
[JsonDerivedType(typeof(UndoStarted), "undo-started/1")]
[JsonDerivedType(typeof(TaskRetried), "task-retried/1")]
[JsonDerivedType(typeof(Escalated), "escalated/1")]
[JsonDerivedType(typeof(TakenOver), "taken-over/1")]
[JsonDerivedType(typeof(Reminded), "reminded/1")]
[JsonDerivedType(typeof(Resolved), "resolved/1")]
[JsonDerivedType(typeof(IncidentIgnored), "ignored/1")]
public abstract record IncidentEvent;

using AiFixer.Core.Alerts;

namespace AiFixer.Core.Incidents.Events;

public sealed record TriageStarted(OpenTask Task) : IncidentEvent;

public sealed record Triaged(ErrorClass Class) : IncidentEvent;

/// <summary>There is no room for it now; it is tried again when the task is due.</summary>
public sealed record InvestigationHeldBack(string Reason, OpenTask Task) : IncidentEvent;

public sealed record DiagnosisStarted(int Round, OpenTask Task) : IncidentEvent;

public sealed record Diagnosed(Diagnosis Diagnosis) : IncidentEvent;

public sealed record DiagnosisApprovalSkipped(string Reason) : IncidentEvent;

public sealed record DiagnosisApprovalRequested(Card Card, OpenTask Task) : IncidentEvent;

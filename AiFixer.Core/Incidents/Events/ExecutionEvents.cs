using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Events;

public sealed record GrantIssued(Grant Grant) : IncidentEvent;

/// <summary>A grant opened nothing.</summary>
/// <param name="Grant">Its id; empty when there was none.</param>
public sealed record GrantRefused(string Action, string Grant, GrantFault Fault, string Reason) : IncidentEvent;

public sealed record ExecutionStarted(OpenTask Task) : IncidentEvent;

/// <summary>The call may leave from now on.</summary>
/// <param name="Plan">What is sent; null when it is what was proposed.</param>
public sealed record ActionStarted(string Action, ActionPlan? Plan, OpenTask Task) : IncidentEvent;

/// <param name="Next">What comes next in this execution; null when the incident goes another way.</param>
public sealed record ActionFinished(string Action, ActionStatus Status, string Message, OpenTask? Next) : IncidentEvent;

/// <summary>It had been started, and nothing left.</summary>
/// <param name="Next">Send it later; null when the incident goes another way.</param>
public sealed record ActionNotSent(string Action, string Reason, OpenTask? Next) : IncidentEvent;

public sealed record ActionPostponed(string Action, string Reason, OpenTask Task) : IncidentEvent;

public sealed record ActionResumed(string Action, OpenTask Task) : IncidentEvent;

/// <param name="SettlesAt">From when on the call cannot be on its way any more.</param>
public sealed record OutcomeUnknown(string Action, string Reason, OpenTask Task, DateTimeOffset? SettlesAt = null) : IncidentEvent;

/// <param name="Next">Send again, or whatever comes next; null when the incident goes another way.</param>
public sealed record OutcomeFound(string Action, ExecuteOutcome Outcome, string Details, OpenTask? Next) : IncidentEvent;

public sealed record UndoStarted(IncidentAction Action, OpenTask Task) : IncidentEvent;

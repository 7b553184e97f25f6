namespace AiFixer.Core.Incidents.Events;

/// <summary>A playbook fits: its action is the proposal.</summary>
public sealed record PlaybookMatched(PlaybookUse Playbook) : IncidentEvent;

/// <summary>A playbook that needs no plugin is about to act.</summary>
public sealed record HealDue(OpenTask Task) : IncidentEvent;

/// <summary>A playbook acts from now on; its cooldown and one of its tries are taken.</summary>
public sealed record HealStarted(HealAttempt Attempt) : IncidentEvent;

/// <summary>What became of it.</summary>
public sealed record HealEnded(int Number, HealResult Result, string Output, double? DurationMs) : IncidentEvent;

/// <summary>It did not act.</summary>
public sealed record HealSkipped(HealAttempt Attempt) : IncidentEvent;

/// <summary>It waits; when the task is due it is looked whether the trouble lasts.</summary>
public sealed record HealParked(string Reason, OpenTask Task) : IncidentEvent;

/// <summary>People are about to be told.</summary>
public sealed record NoticeDue(OpenTask Task) : IncidentEvent;

namespace AiFixer.Core.Incidents.Events;

/// <summary>A task failed and is tried again.</summary>
public sealed record TaskRetried(string Error, OpenTask Task) : IncidentEvent;

public sealed record Escalated(string Reason, string To, OpenTask Task) : IncidentEvent;

public sealed record TakenOver(Person By, OpenTask Task) : IncidentEvent;

public sealed record Reminded(int Times, OpenTask Task) : IncidentEvent;

public sealed record Resolved(ClosedBy How, string Note, Person? By) : IncidentEvent;

public sealed record IncidentIgnored(string Reason, Person By) : IncidentEvent;

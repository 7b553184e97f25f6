using AiFixer.Core.Alerts;

namespace AiFixer.Core.Incidents.Events;

public sealed record Opened(Alert Alert) : IncidentEvent;

public sealed record AlertWorsened(Severity Severity) : IncidentEvent;

/// <param name="Truncated">The sender had cut alerts off, so it closes nothing.</param>
public sealed record AlertCleared(bool Truncated) : IncidentEvent;

public sealed record AlertFiredAgain(DateTimeOffset StartsAt) : IncidentEvent;

using AiFixer.Core.Alerts;

namespace AiFixer.Core.Incidents.Events;

public sealed record Opened(Alert Alert) : IncidentEvent
{
    /// <summary>The first span of the incident's trace; null when nobody traced.</summary>
    public string? Span { get; init; }
}

public sealed record AlertWorsened(Severity Severity) : IncidentEvent;

/// <summary>Another alert of the sender fires for the same trouble.</summary>
/// <param name="StartsAt">Since when it fires, as the sender says.</param>
public sealed record AlertJoined(string Instance, DateTimeOffset StartsAt) : IncidentEvent;

/// <param name="Truncated">The sender had cut alerts off, so it closes nothing.</param>
public sealed record AlertCleared(string Instance, bool Truncated) : IncidentEvent;

public sealed record AlertFiredAgain(DateTimeOffset StartsAt) : IncidentEvent;

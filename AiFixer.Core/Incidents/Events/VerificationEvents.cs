using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Events;

public sealed record VerificationStarted(DateTimeOffset Deadline, OpenTask Task) : IncidentEvent;

public sealed record HealthChanged(TargetHealth Health, string Details) : IncidentEvent;

public sealed record VerificationEnded(bool Passed, string Details) : IncidentEvent;

using AiFixer.Core.Incidents;

namespace AiFixer.Core.Ports;

/// <summary>An incident has a new version.</summary>
public sealed record IncidentChange(IncidentId Id, long Version, IncidentStatus Status);

using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Incidents;

/// <summary>A decision was taken and is on disk.</summary>
internal sealed record DecisionAnswer(string Id, long Version, IncidentStatus Status);

using AiFixer.Core.Incidents;

namespace AiFixer.Core.Journal;

/// <summary>What lists and searches see of an incident, written in the same transaction as its events.</summary>
/// <param name="Leader">The incident that it follows.</param>
/// <param name="Source">Whose alert it is, for taking turns.</param>
/// <param name="Group">The group that the sender put it in; empty for none.</param>
/// <param name="Due">When the incident wants attention next by itself; null when it only waits for others or is closed.</param>
public sealed record IncidentRow(
    IncidentStatus Status,
    Severity Severity,
    string Title,
    string Fingerprint,
    string Target,
    DateTimeOffset OpenedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? Due,
    IncidentId? Leader = null,
    string Source = "",
    string Group = "");

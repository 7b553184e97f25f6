using System.Collections.Immutable;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Incidents;

/// <summary>One incident with everything that is known of it.</summary>
/// <param name="Version">Grows with every change; also in the ETag.</param>
/// <param name="Repeats">How often the sender said the same again.</param>
/// <param name="HeldBack">Why its investigation waits; null when it does not.</param>
/// <param name="OpenCard">The question that waits for an answer now.</param>
public sealed record IncidentDetails(
    string Id,
    long Version,
    IncidentStatus Status,
    Phase Phase,
    Severity Severity,
    Alert Alert,
    ErrorClass Class,
    DateTimeOffset OpenedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ClearedAt,
    long Repeats,
    DateTimeOffset LastSeen,
    Diagnosis? Diagnosis,
    string? ProposalSummary,
    PolicyDecision? Policy,
    ImmutableList<IncidentAction> Actions,
    ImmutableList<Card> Cards,
    string? OpenCard,
    ImmutableList<RefusedGrant> RefusedGrants,
    ImmutableList<ShadowRecord> Shadows,
    Verification? Verification,
    Escalation? Escalation,
    Closing? Closing,
    IncidentGroup Group,
    HeldBackUntil? HeldBack,
    IReadOnlyList<TimelineEntry> Timeline);

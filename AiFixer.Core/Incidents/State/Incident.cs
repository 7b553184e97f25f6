using System.Collections.Immutable;
using AiFixer.Core.Alerts;

namespace AiFixer.Core.Incidents;

/// <summary>An incident as its events made it. Only <see cref="Apply"/> changes it.</summary>
public sealed partial record Incident
{
    public required IncidentId Id { get; init; }

    public required Alert Alert { get; init; }

    public required Severity Severity { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public IncidentStatus Status { get; init; }

    public Phase Phase { get; init; }

    /// <summary>The first span of its trace, which the others hang from; null when nobody traced.</summary>
    public string? Span { get; init; }

    /// <summary>What the incident owes the world or waits for.</summary>
    public OpenTask? Task { get; init; }

    public int TasksSoFar { get; init; }

    public ErrorClass Class { get; init; }

    public Diagnosis? Diagnosis { get; init; }

    public int DiagnosisRound { get; init; }

    public int ProposalRound { get; init; }

    /// <summary>How many proposals there had been when the current diagnosis began.</summary>
    public int ProposalsBefore { get; init; }

    public string? ProposalSummary { get; init; }

    public PolicyDecision? Policy { get; init; }

    /// <summary>Every action of every round, undoing ones included.</summary>
    public ImmutableList<IncidentAction> Actions { get; init; } = [];

    public ImmutableList<Grant> Grants { get; init; } = [];

    /// <summary>Every question that was put to people.</summary>
    public ImmutableList<Card> Cards { get; init; } = [];

    /// <summary>Grants that opened nothing, the latest last.</summary>
    public ImmutableList<RefusedGrant> RefusedGrants { get; init; } = [];

    /// <summary>What would have been done where nothing is done.</summary>
    public ImmutableList<ShadowRecord> Shadows { get; init; } = [];

    public Verification? Verification { get; init; }

    /// <summary>The sender's alerts that fire for this trouble.</summary>
    public ImmutableSortedSet<string> Firing { get; init; } = [];

    /// <summary>Since when those fire that fired after the first: older news about one of them is late.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> JoinedSince { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>When the sender said that the last of them is over; null when it has not, or one fired again since.</summary>
    public DateTimeOffset? ClearedAt { get; init; }

    /// <summary>The sender said "over" in a message from which it had cut alerts off.</summary>
    public bool ClearedInPart { get; init; }

    public Escalation? Escalation { get; init; }

    public Closing? Closing { get; init; }

    /// <summary>The incident that it follows, or followed to the end; null when it goes its own way.</summary>
    public GroupPlace? Group { get; init; }

    /// <summary>Others follow it, or did.</summary>
    public bool Leads { get; init; }

    /// <summary>Why its investigation has to wait; null when it does not.</summary>
    public string? HeldBack { get; init; }
}

using System.Collections.Immutable;

namespace AiFixer.Core.Incidents.Events;

/// <param name="Afresh">Proposals are counted from here on.</param>
/// <param name="ByPerson">A person proposes: whatever helps from now on, no playbook did.</param>
public sealed record ProposingStarted(int Round, OpenTask Task, bool Afresh = false, bool ByPerson = false) : IncidentEvent;

public sealed record Proposed(string Summary, ImmutableList<IncidentAction> Actions, ImmutableList<string> Impossible) : IncidentEvent;

public sealed record PolicyDecided(PolicyDecision Decision) : IncidentEvent;

public sealed record ProposalApprovalRequested(Card Card, OpenTask Task) : IncidentEvent;

/// <summary>Somebody approved, and others still have to.</summary>
public sealed record CardApproved(string Card, Person By) : IncidentEvent;

/// <summary>Nothing is done here: this is what would have been.</summary>
/// <param name="Would">What the policy would have said in another mode.</param>
public sealed record ShadowRecorded(int Round, PolicyOutcome Would, string Summary) : IncidentEvent;

/// <summary>A question was answered, ran out of time or was withdrawn.</summary>
public sealed record CardDecided(string Card, CardOutcome Outcome, Person? By, string Reason) : IncidentEvent;

using System.Collections.Immutable;

namespace AiFixer.Core.Incidents;

/// <summary>What the policy says of a proposal, and every rule that spoke.</summary>
public sealed record PolicyDecision(PolicyOutcome Outcome, string Version, ImmutableList<RuleOpinion> Opinions);

namespace AiFixer.Core.Incidents;

/// <summary>What one rule says and why.</summary>
public sealed record RuleOpinion(string Rule, PolicyOutcome Outcome, string Reason);

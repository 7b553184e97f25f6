namespace AiFixer.Gateway.PolicyApi;

/// <summary>A rule, and what it makes sure of.</summary>
public sealed record RuleView(string Name, string Text);

using AiFixer.Core.Playbooks;

namespace AiFixer.Core.Incidents;

/// <summary>One line of the heal log: what a playbook tried, and what came of it.</summary>
/// <param name="Number">1 for the first of its incident.</param>
/// <param name="Detail">Exactly what was done.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Result">Null while it is under way.</param>
/// <param name="Output">What came back, and why it counts as what it counts.</param>
/// <param name="DurationMs">How long the doing took; without what was watched afterwards.</param>
/// <param name="Action">The action that it is, when it is one.</param>
public sealed record HealAttempt(
    int Number,
    string Playbook,
    PlaybookActionType Type,
    string Detail,
    string Target,
    DateTimeOffset StartedAt,
    HealResult? Result = null,
    string Output = "",
    double? DurationMs = null,
    string? Action = null);

using System.ComponentModel.DataAnnotations;
using AiFixer.Gateway.Incidents;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>An action to approve for a while.</summary>
internal sealed record RememberBody : IDecisionBody
{
    /// <summary>The incident in which it was seen.</summary>
    [Required]
    public string? Incident { get; init; }

    /// <summary>The action, such as <c>a1</c>.</summary>
    [Required]
    public string? Action { get; init; }

    /// <summary><c>target</c> for the same target only, <c>namespace</c> for every one of its kind in its namespace.</summary>
    public string? Scope { get; init; }

    /// <summary>For how many days: 1 to 30.</summary>
    [Required]
    public string? Days { get; init; }

    /// <summary>Why.</summary>
    [Required]
    public string? Reason { get; init; }

    public static bool MayBeMissing => false;

    IEnumerable<(string Name, string? Text, bool Required)> IDecisionBody.Fields =>
        [("incident", Incident, true), ("action", Action, true), ("scope", Scope, false), ("days", Days, true), ("reason", Reason, true)];
}

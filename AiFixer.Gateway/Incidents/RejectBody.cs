using System.ComponentModel.DataAnnotations;

namespace AiFixer.Gateway.Incidents;

/// <summary>What a rejection says.</summary>
internal sealed record RejectBody : IDecisionBody
{
    /// <summary>The card that was read, such as <c>proposal/1</c>.</summary>
    [Required]
    public string? Card { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    public static bool MayBeMissing => false;

    IEnumerable<(string Name, string? Text, bool Required)> IDecisionBody.Fields => [("card", Card, true), ("reason", Reason, false)];
}

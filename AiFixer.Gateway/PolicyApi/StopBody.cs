using System.ComponentModel.DataAnnotations;
using AiFixer.Gateway.Incidents;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>Why AiFixer must stop, or may go on.</summary>
internal sealed record StopBody : IDecisionBody
{
    /// <summary>Why: whoever wonders later reads this.</summary>
    [Required]
    public string? Reason { get; init; }

    public static bool MayBeMissing => false;

    IEnumerable<(string Name, string? Text, bool Required)> IDecisionBody.Fields => [("reason", Reason, true)];
}

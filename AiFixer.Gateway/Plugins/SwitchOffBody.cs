using System.ComponentModel.DataAnnotations;
using AiFixer.Gateway.Incidents;

namespace AiFixer.Gateway.Plugins;

/// <summary>Why a plugin must not be called any more.</summary>
internal sealed record SwitchOffBody : IDecisionBody
{
    /// <summary>Why: whoever wonders later reads this.</summary>
    [Required]
    public string? Reason { get; init; }

    public static bool MayBeMissing => false;

    IEnumerable<(string Name, string? Text, bool Required)> IDecisionBody.Fields => [("reason", Reason, true)];
}

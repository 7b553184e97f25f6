using System.ComponentModel.DataAnnotations;
using AiFixer.Gateway.Incidents;

namespace AiFixer.Gateway.SettingsApi;

/// <summary>The value that a setting is to have.</summary>
internal sealed record SettingBody : IDecisionBody
{
    /// <summary>The value, as text.</summary>
    [Required]
    public string? Value { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    public static bool MayBeMissing => false;

    IEnumerable<(string Name, string? Text, bool Required)> IDecisionBody.Fields => [("value", Value, true), ("reason", Reason, false)];
}

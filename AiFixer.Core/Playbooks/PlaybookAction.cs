using System.Text.Json.Serialization;
using AiFixer.Plugins;

namespace AiFixer.Core.Playbooks;

/// <summary>What a playbook does, exactly.</summary>
/// <param name="Request">The plugin's call; null when none is made.</param>
/// <param name="Message">What people are told; null when they are not.</param>
/// <param name="Wait">How long it waits; null when it does not.</param>
public sealed record PlaybookAction(PlaybookActionType Type, PluginRequest? Request = null, string? Message = null, TimeSpan? Wait = null)
{
    /// <summary>The exact detail, for people.</summary>
    [JsonIgnore]
    public string Detail => this switch
    {
        { Request: { } request } => $"{request.Plugin} {request.Arguments}",
        { Message: { } message } => message,
        _ => FormattableString.Invariant($"wait {Wait!.Value.TotalMinutes:0.##} minutes"),
    };
}

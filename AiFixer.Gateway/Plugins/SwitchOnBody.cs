using AiFixer.Gateway.Incidents;

namespace AiFixer.Gateway.Plugins;

/// <summary>Why a plugin may be called again, when there is something to say.</summary>
internal sealed record SwitchOnBody : IDecisionBody
{
    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    public static bool MayBeMissing => true;

    IEnumerable<(string Name, string? Text, bool Required)> IDecisionBody.Fields => [("reason", Reason, false)];
}

namespace AiFixer.Plugins;

/// <summary>Everything a plugin gets for one call.</summary>
/// <param name="Arguments">The arguments as canonical JSON, already valid against the schema.</param>
/// <param name="IncidentId">The incident it is for.</param>
/// <param name="ActionId">The action it is for, when it changes something; sent along so that the target's own logs name it.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="Now">The time the call was made, from the host's clock.</param>
public sealed record PluginCall(string Arguments, string IncidentId, string? ActionId, string Actor, DateTimeOffset Now)
{
    /// <summary>
    /// Asked last of all, right before something that changes the target leaves. When it says no, nothing may leave, and
    /// the answer is <see cref="ExecuteResult.Later"/>. The host asks it too, before it calls the plugin.
    /// </summary>
    public Func<bool> MayLeave { get; init; } = static () => true;
}

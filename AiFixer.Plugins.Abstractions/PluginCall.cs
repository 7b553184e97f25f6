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

    /// <summary>What people set for this plugin; empty when no host made the call.</summary>
    public IPluginSettings Settings { get; init; } = Nothing.Instance;

    /// <summary>AiFixer's log; when no host made the call, what is said is lost.</summary>
    public IPluginLog Log { get; init; } = Nothing.Instance;

    /// <summary>
    /// The trace that the call belongs to, as 32 hexadecimal digits: send it along where the target has a place for it, so
    /// that its own logs can be found. Empty when no host made the call.
    /// </summary>
    public string TraceId { get; init; } = "";

    /// <summary>True while <see cref="IRemediationPlugin.PreviewAsync"/> runs: nothing may be changed, not even a little.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// When the host gives up on the call, by its clock. The cancellation token ends then too; this is for whoever has to tell
    /// somebody else how long there is.
    /// </summary>
    public DateTimeOffset Deadline { get; init; } = DateTimeOffset.MaxValue;
}

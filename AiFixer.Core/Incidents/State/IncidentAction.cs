using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>One thing that is proposed, granted, done or undone.</summary>
/// <param name="Id">Such as <c>a1</c>; unique in its incident.</param>
/// <param name="Plan">Exactly what is sent; null for an undo that has not been planned yet.</param>
/// <param name="UndoOf">The action that this one takes back.</param>
/// <param name="Sent">How often its call may have left.</param>
/// <param name="StartedAt">When it was first started under its latest grant: that start used the grant up.</param>
/// <param name="SettlesAt">From when on the call with the unknown outcome cannot be on its way any more; null without one.</param>
public sealed record IncidentAction(
    string Id,
    int Round,
    PluginRequest Request,
    PluginTraits Traits,
    ActionPlan? Plan,
    string Why,
    ActionStatus Status = ActionStatus.Planned,
    string? UndoOf = null,
    int Sent = 0,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? FinishedAt = null,
    string Message = "",
    DateTimeOffset? SettlesAt = null)
{
    /// <summary>The playbook it comes from; null when it comes from a diagnosis.</summary>
    public string? Playbook { get; init; }

    /// <summary>The mode of that playbook; it holds where it is stricter than the others.</summary>
    public PolicyMode? Mode { get; init; }

    /// <summary>The person who asked for it, and does not approve it then; null when nobody did.</summary>
    public Person? RequestedBy { get; init; }
}

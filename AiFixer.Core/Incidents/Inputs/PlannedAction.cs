using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>A suggestion whose plugin planned exactly what it would send.</summary>
public sealed record PlannedAction(PluginRequest Request, PluginTraits Traits, ActionPlan Plan, string Why)
{
    /// <summary>The playbook it comes from; null when it comes from a diagnosis.</summary>
    public string? Playbook { get; init; }

    /// <summary>The mode of that playbook; it holds where it is stricter than the others.</summary>
    public PolicyMode? Mode { get; init; }

    /// <summary>The person who asked for it, and does not approve it then; null when nobody did.</summary>
    public Person? RequestedBy { get; init; }
}

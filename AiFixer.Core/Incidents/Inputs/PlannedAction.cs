using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>A suggestion whose plugin planned exactly what it would send.</summary>
public sealed record PlannedAction(PluginRequest Request, PluginTraits Traits, ActionPlan Plan, string Why);

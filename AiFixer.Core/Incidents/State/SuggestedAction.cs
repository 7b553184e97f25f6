using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>What an analyst would do.</summary>
/// <param name="Risk">The plugin's own risk or what the analyst raised it to; null when there is no such plugin.</param>
public sealed record SuggestedAction(PluginRequest Request, string Why, PluginRisk? Risk = null);

using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>What an analyst would do.</summary>
public sealed record SuggestedAction(PluginRequest Request, string Why);

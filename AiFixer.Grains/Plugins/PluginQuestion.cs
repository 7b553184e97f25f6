using AiFixer.Plugins;

namespace AiFixer.Grains.Plugins;

/// <summary>What a plugin is asked.</summary>
/// <param name="Plan">What became of this is to be looked at; null when something else is asked.</param>
internal sealed record PluginQuestion(string Plugin, PluginCallData Call, ActionPlan? Plan = null)
{
    /// <summary>Names the plugin and the connection.</summary>
    public string Key => $"{Plugin}@{Plan?.Target.Connection ?? Call.Connection()}";
}

using AiFixer.Core.Plugins;

namespace AiFixer.Core.Ports;

/// <summary>Every plugin there is, and whether it can be called.</summary>
public interface IPluginStates
{
    /// <summary>By name; what could not be loaded is among them.</summary>
    IReadOnlyList<PluginStatus> All { get; }

    /// <summary>By name or short alias; null when there is none.</summary>
    PluginStatus? Find(string name);
}

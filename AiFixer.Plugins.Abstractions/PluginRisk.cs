namespace AiFixer.Plugins;

/// <summary>How much harm a plugin could do when it is used wrongly. The policy never goes below it.</summary>
public enum PluginRisk
{
    /// <summary>Nothing that anybody would notice.</summary>
    Low,

    /// <summary>A short disturbance at worst.</summary>
    Medium,

    /// <summary>Could make an outage or make one worse; a person approves it.</summary>
    High,

    /// <summary>Could lose data; never run automatically.</summary>
    Critical,
}

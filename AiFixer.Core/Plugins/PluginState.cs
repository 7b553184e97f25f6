namespace AiFixer.Core.Plugins;

/// <summary>Whether a plugin can be called.</summary>
public enum PluginState
{
    /// <summary>It can.</summary>
    Ready,

    /// <summary>Configuration is missing.</summary>
    NotConfigured,

    /// <summary>Somebody said that it must not be called. What it did before is still looked at.</summary>
    Disabled,

    /// <summary>It could not be loaded, or cannot say whether it is configured.</summary>
    Failed,
}

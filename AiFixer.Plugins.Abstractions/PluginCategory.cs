namespace AiFixer.Plugins;

/// <summary>What a plugin may do to the world.</summary>
public enum PluginCategory
{
    /// <summary>Only reads. Runs without asking anybody.</summary>
    Diagnostic,

    /// <summary>Changes something. Runs only with a grant.</summary>
    Remediation,
}

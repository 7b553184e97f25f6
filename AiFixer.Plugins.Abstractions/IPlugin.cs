namespace AiFixer.Plugins;

/// <summary>Something AiFixer can use. Implement <see cref="IDiagnosticPlugin"/> or <see cref="IRemediationPlugin"/>.</summary>
public interface IPlugin
{
    /// <summary>What the plugin says about itself; constant for its life.</summary>
    PluginManifest Manifest { get; }

    /// <summary>Configuration keys that are missing; empty when the plugin is ready.</summary>
    IReadOnlyList<string> MissingConfiguration => [];
}

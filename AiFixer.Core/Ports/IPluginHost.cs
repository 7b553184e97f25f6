using AiFixer.Plugins;

namespace AiFixer.Core.Ports;

/// <summary>
/// Runs plugins: validates arguments, enforces deadlines, bounds output, limits concurrency. Never throws for what a
/// plugin or its target does; an exception of a plugin comes back as a result.
/// </summary>
public interface IPluginHost
{
    /// <summary>Every plugin that can be called, by name.</summary>
    IReadOnlyList<PluginManifest> Plugins { get; }

    /// <summary>A plugin by its name or short alias; null when there is none or it is not ready.</summary>
    PluginManifest? Find(string name);

    Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken);

    Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken);

    /// <summary>Asks the call's <see cref="PluginCall.MayLeave"/> when there is a place for the call, right before it is made.</summary>
    Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken);

    Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken);
}

namespace AiFixer.Plugins;

/// <summary>A plugin that changes something, in three steps that can be told apart afterwards.</summary>
public interface IRemediationPlugin : IPlugin
{
    /// <summary>Reads the target and plans, with a dry run where the target offers one. Changes nothing.</summary>
    Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken);

    /// <summary>Sends the plan exactly as it was approved.</summary>
    Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken);

    /// <summary>Looks whether the plan's change is in the world and how the target does.</summary>
    Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken);
}

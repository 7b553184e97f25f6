using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.Tasks.Support;

/// <summary>Reads one plan, sees earlier actions as the test chose and notes what is sent.</summary>
internal sealed class SeenPlugins(ActionPlan reading, ExecuteOutcome seen = ExecuteOutcome.Done) : IPluginHost
{
    public List<PluginCall> Sent { get; } = [];

    /// <summary>What happens while a call waits for its place.</summary>
    public Action WaitsForAPlace { get; init; } = () => { };

    /// <summary>What happens while somebody looks.</summary>
    public Action Looks { get; init; } = () => { };

    public IReadOnlyList<PluginManifest> Plugins => [];

    public PluginManifest? Find(string name) => null;

    public Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken) =>
        Task.FromResult(PreviewResult.Of(reading));

    public Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        Looks();
        return Task.FromResult(new Observation(seen, TargetHealth.Unknown, "image is web:3"));
    }

    public Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        WaitsForAPlace();
        if (!call.MayLeave())
            return Task.FromResult(ExecuteResult.Later("not any more"));
        Sent.Add(call);
        return Task.FromResult(new ExecuteResult(ExecuteOutcome.Done, "patched"));
    }

    public Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken) => throw new NotSupportedException();
}

using AiFixer.Core.Ports;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Lark.Talk;

/// <summary>One plugin that reads, and one that changes something.</summary>
internal sealed class TwoPlugins : IPluginHost
{
    private const string Schema = """{"type":"object","properties":{"pod":{"type":"string"},"lines":{"type":"integer","default":10}},"required":["pod"]}""";

    public List<(string Plugin, PluginCall Call)> Asked { get; } = [];

    /// <summary>What the reading one says.</summary>
    public string Data { get; set; } = "panic: no config";

    public IReadOnlyList<PluginManifest> Plugins { get; } =
    [
        new() { Name = "k8s.get_pod_logs", Description = "Logs of a pod.", Category = PluginCategory.Diagnostic, ParametersSchema = Schema },
        new()
        {
            Name = "k8s.restart_pod",
            Description = "Deletes a pod, which is made anew.",
            Category = PluginCategory.Remediation,
            ParametersSchema = Schema,
            Verb = "restart",
            Risk = PluginRisk.Medium,
        },
    ];

    public PluginManifest? Find(string name) => Plugins.FirstOrDefault(plugin => plugin.Name == name);

    public Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken)
    {
        Asked.Add((plugin, call));
        return Task.FromResult(PluginResult.Ok(Data, "The last lines."));
    }

    public Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken)
    {
        Asked.Add((plugin, call));
        return Task.FromResult(PreviewResult.Of(Given.Plan()));
    }

    public Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nothing is carried out from a chat.");

    public Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nothing is watched from a chat.");
}

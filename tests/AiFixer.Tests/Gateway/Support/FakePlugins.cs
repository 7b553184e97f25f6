using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Tests.Gateway;

internal sealed class FakePlugins : IPluginHost
{
    public IReadOnlyList<PluginManifest> Plugins { get; } =
    [
        new()
        {
            Name = "k8s.rollback_deployment",
            Description = "Goes back to an earlier revision.",
            Category = PluginCategory.Remediation,
            ParametersSchema = """{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}""",
            Verb = "rollback",
            Risk = PluginRisk.Medium,
        },
    ];

    public PluginManifest? Find(string name) => throw new NotSupportedException();

    public Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();
}

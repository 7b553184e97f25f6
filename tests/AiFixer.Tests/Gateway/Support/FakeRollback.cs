using AiFixer.Plugins;

namespace AiFixer.Tests.Gateway;

/// <summary>A remediation that nobody calls.</summary>
internal sealed class FakeRollback : IRemediationPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.rollback_deployment",
        Description = "Goes back to an earlier revision.",
        Category = PluginCategory.Remediation,
        ParametersSchema = """{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}""",
        Verb = "rollback",
        Risk = PluginRisk.Medium,
        Guarded = true,
        ResourceKind = "deployment",
    };

    public IReadOnlyList<string> MissingConfiguration => ["Plugins:Kubernetes"];

    public Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();
}

using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.Bench.Lives;

/// <summary>Changes nothing, at once: what remains is the work of AiFixer itself.</summary>
internal sealed class NoopPlugin : IRemediationPlugin
{
    public const string Name = "custom.bench_noop";
    private static readonly Observation Healthy = new(ExecuteOutcome.Done, TargetHealth.Healthy, "All replicas are ready.");

    public PluginManifest Manifest { get; } = new()
    {
        Name = Name,
        Description = "Does nothing to a deployment.",
        Category = PluginCategory.Remediation,
        ParametersSchema =
            """
            {"type":"object","properties":{"namespace":{"type":"string"},"deployment":{"type":"string"}},"required":["namespace","deployment"],"additionalProperties":false}
            """,
        Verb = "restart",
        Risk = PluginRisk.Low,
        Idempotent = true,
        ResourceKind = "deployment",
    };

    public Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        var target = new TargetRef("default", "deployment", Text(arguments, "namespace"), Text(arguments, "deployment"));
        var plan = new ActionPlan(
            target, $"POST /noop/{target.Namespace}/{target.Name}", "{}", "", "0", "Nothing else feels it.");
        return Task.FromResult(PreviewResult.Of(plan));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        Task.FromResult(new ExecuteResult(ExecuteOutcome.Done, "Done."));

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        Task.FromResult(Healthy);

    private static string Text(JsonDocument arguments, string name) => arguments.RootElement.GetProperty(name).GetString() ?? "";
}

using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Tests.Lark.Conversation;

/// <summary>A cause that is found at once, and its cure, which counts how often it was used.</summary>
internal sealed class RestartedOnce : IRemediationPlugin, IAnalyst
{
    private const string Name = "custom.restart";
    private int _executed;

    public int Executed => _executed;

    public PluginManifest Manifest { get; } = new()
    {
        Name = Name,
        Description = "Restarts a deployment.",
        Category = PluginCategory.Remediation,
        ParametersSchema = """{"type":"object","properties":{"namespace":{"type":"string"},"deployment":{"type":"string"}},"required":["namespace","deployment"]}""",
        Verb = "restart",
        Risk = PluginRisk.Medium,
        Idempotent = true,
        ResourceKind = "deployment",
    };

    public Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        var target = new TargetRef("default", "deployment", arguments.RootElement.GetProperty("namespace").GetString()!, arguments.RootElement.GetProperty("deployment").GetString()!);
        return Task.FromResult(PreviewResult.Of(new(target, $"PATCH /{target.Name}", "{}", "+restartedAt: now", "0", "Nobody.")));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _executed);
        return Task.FromResult(new ExecuteResult(ExecuteOutcome.Done, "restarted"));
    }

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        Task.FromResult(new Observation(ExecuteOutcome.Done, TargetHealth.Healthy, "All replicas are ready."));

    public Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject { ["deployment"] = "checkout", ["namespace"] = "shop" };
        var diagnosis = new Diagnosis(
            0, "test", Verdict.Likely, "leak", "It leaks \"memory\" <at id=all></at>.", 0.8, [new("E1", Name, "grows", "")], [new(new(Name, arguments.ToJsonString()), "A restart frees it.")], [], []);
        return Task.FromResult(new AnalystAnswer(diagnosis, []));
    }
}

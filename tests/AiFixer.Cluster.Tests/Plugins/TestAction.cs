using AiFixer.Plugins;

namespace AiFixer.Cluster.Tests.Plugins;

/// <summary>A remediation that works.</summary>
internal sealed class TestAction : IRemediationPlugin
{
    public static ActionPlan Plan { get; } = new(
        new("main", "deployment", "shop", "web", "uid-1"), "PATCH /web", "{\"a\":1}", "-1\n+2", "hash", "All pods.", 1, new("test.act", "{}"));

    public static Observation Seen { get; } = new(ExecuteOutcome.Done, TargetHealth.Progressing, "On its way.");

    public int Executed { get; private set; }

    public PluginManifest Manifest { get; } = new()
    {
        Name = "test.act",
        Description = "Acts.",
        Category = PluginCategory.Remediation,
        Verb = "restart",
        ParametersSchema = """{"type":"object","additionalProperties":false}""",
    };

    public Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken) => Task.FromResult(PreviewResult.Of(Plan));

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        Executed++;
        return Task.FromResult(new ExecuteResult(ExecuteOutcome.Done, "Done."));
    }

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => Task.FromResult(Seen);
}

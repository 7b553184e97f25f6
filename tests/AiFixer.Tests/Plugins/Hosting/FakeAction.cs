using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Hosting;

/// <summary>A remediation whose every step does what the test says.</summary>
internal sealed class FakeAction(Func<CancellationToken, Task<ExecuteResult>> execute) : IRemediationPlugin
{
    public static ActionPlan Plan { get; } = new(new("default", "thing", "", "x"), "call", "payload", "diff", "hash", "none");

    public int Executed { get; private set; }

    /// <summary>Of every call, in order.</summary>
    public List<PluginCall> Calls { get; } = [];

    public Observation? Seen { get; init; }

    public PluginManifest Manifest { get; } = new()
    {
        Name = "test.act",
        Description = "Acts.",
        Category = PluginCategory.Remediation,
        Verb = "restart",
        ParametersSchema = """{"type":"object","additionalProperties":false}""",
        Timeout = TimeSpan.FromSeconds(10),
    };

    public Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        return Task.FromResult(PreviewResult.Of(Plan));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        Executed++;
        return execute(cancellationToken);
    }

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        return Seen is { } seen ? Task.FromResult(seen) : throw new InvalidOperationException("cannot look");
    }
}

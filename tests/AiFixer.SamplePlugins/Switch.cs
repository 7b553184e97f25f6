using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>Writes a word into a file: a remediation as small as there is one.</summary>
public sealed class Switch : IRemediationPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "custom.switch",
        Description = "Writes a word into a file.",
        Category = PluginCategory.Remediation,
        Verb = "patch",
        Risk = PluginRisk.Medium,
        Idempotent = true,
        ParametersSchema = """{"type":"object","properties":{"file":{"type":"string"},"word":{"type":"string"}},"required":["file","word"],"additionalProperties":false}""",
    };

    public Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var (file, word) = Arguments(call);
        if (!call.DryRun)
            return Task.FromResult(PreviewResult.Impossible("it was not told that nothing may be changed"));
        var now = Now(file);
        return Task.FromResult(PreviewResult.Of(new(new("local", "file", "", file), $"write {word}", word, $"-{now}\n+{word}", now, "nobody")));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (!call.MayLeave())
            return Task.FromResult(ExecuteResult.Later("it may not leave any more"));
        File.WriteAllText(Arguments(call).File, plan.Payload);
        return Task.FromResult(new ExecuteResult(ExecuteOutcome.Done, "written"));
    }

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var isThere = Now(Arguments(call).File) == plan.Payload;
        return Task.FromResult(new Observation(isThere ? ExecuteOutcome.Done : ExecuteOutcome.NotDone, TargetHealth.Healthy, "looked"));
    }

    private static string Now(string file) => File.Exists(file) ? File.ReadAllText(file) : "";

    private static (string File, string Word) Arguments(PluginCall call)
    {
        using var document = JsonDocument.Parse(call.Arguments);
        return (document.RootElement.GetProperty("file").GetString()!, document.RootElement.GetProperty("word").GetString()!);
    }
}

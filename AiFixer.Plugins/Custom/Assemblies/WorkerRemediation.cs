using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>A remediation that runs in a worker.</summary>
internal sealed class WorkerRemediation(CustomAssembly assembly, CatalogueEntry entry) : IRemediationPlugin
{
    public PluginManifest Manifest => entry.Manifest;

    public IReadOnlyList<string> MissingConfiguration => entry.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await assembly.AskAsync(new(0, Operation.Preview, Manifest.Name), call, cancellationToken);
            return reply.Error is { } error ? PreviewResult.Impossible($"{Manifest.Name} threw {error}") : reply.Preview!;
        }
        catch (WorkerGoneException e)
        {
            return PreviewResult.Impossible($"{Manifest.Name}: {e.Message}", retryable: true);
        }
    }

    public async Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await assembly.AskAsync(new(0, Operation.Execute, Manifest.Name, Plan: plan), call, cancellationToken);
            return reply.Error is { } error ? new(ExecuteOutcome.Unknown, $"{Manifest.Name} threw {error}") : reply.Executed!;
        }
        catch (WorkerGoneException e)
        {
            return e.Called ? new(ExecuteOutcome.Unknown, $"{Manifest.Name}: {e.Message}") : ExecuteResult.Later($"{Manifest.Name}: {e.Message}");
        }
    }

    public async Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await assembly.AskAsync(new(0, Operation.Observe, Manifest.Name, Plan: plan), call, cancellationToken);
            return reply.Error is { } error ? new(ExecuteOutcome.Unknown, TargetHealth.Unknown, $"{Manifest.Name} threw {error}") : reply.Observed!;
        }
        catch (WorkerGoneException e)
        {
            return new(ExecuteOutcome.Unknown, TargetHealth.Unknown, $"{Manifest.Name}: {e.Message}");
        }
    }
}

using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>A diagnostic that runs in a worker.</summary>
internal sealed class WorkerDiagnostic(CustomAssembly assembly, CatalogueEntry entry) : IDiagnosticPlugin
{
    public PluginManifest Manifest => entry.Manifest;

    public IReadOnlyList<string> MissingConfiguration => entry.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await assembly.AskAsync(new(0, Operation.Run, Manifest.Name), call, cancellationToken);
            return reply.Error is { } error ? PluginResult.Failed($"{Manifest.Name} threw {error}") : reply.Result!;
        }
        catch (WorkerGoneException e)
        {
            return PluginResult.Failed($"{Manifest.Name}: {e.Message}", retryable: !e.Called);
        }
    }
}

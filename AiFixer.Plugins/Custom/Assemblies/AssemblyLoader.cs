using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Worker.Wire;
using Microsoft.Extensions.Logging;

namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>Starts the process of an assembly and takes the plugins that it has.</summary>
internal sealed partial class AssemblyLoader(
    CustomPluginOptions options, CircuitOptions circuits, TimeProvider time, ILogger<AssemblyLoader> logger) : ICustomLoader
{
    public CustomKind Kind => CustomKind.Assembly;

    public async Task<LoadedSource> LoadAsync(CustomSource source, CancellationToken cancellationToken)
    {
        var copy = ShadowCopy.Of(source.Path);
        var assembly = new CustomAssembly(copy, options, new("custom plugin", source.Name, circuits, time), line => Printed(source.Name, line), time);
        try
        {
            var catalogue = await assembly.OpenAsync(cancellationToken);
            return new([.. catalogue.Plugins.Select(entry => Plugin(assembly, entry))], catalogue.Problems, assembly.Dispose);
        }
        catch (WorkerGoneException e)
        {
            assembly.Dispose();
            return LoadedSource.Failed(e.Message);
        }
        catch
        {
            assembly.Dispose();
            throw;
        }
    }

    private static IPlugin Plugin(CustomAssembly assembly, CatalogueEntry entry) => entry.Manifest.Category == PluginCategory.Diagnostic
        ? new WorkerDiagnostic(assembly, entry)
        : new WorkerRemediation(assembly, entry);

    [LoggerMessage(LogLevel.Information, "Custom plugin {Name} printed: {Line}")]
    private partial void Printed(string name, string line);
}

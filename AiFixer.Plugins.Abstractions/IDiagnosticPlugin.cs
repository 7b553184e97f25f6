namespace AiFixer.Plugins;

/// <summary>A plugin that only reads.</summary>
public interface IDiagnosticPlugin : IPlugin
{
    /// <summary>Answers one question. An expected failure is a result; an exception becomes one.</summary>
    Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken);
}

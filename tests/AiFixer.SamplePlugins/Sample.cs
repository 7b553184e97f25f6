using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>A diagnostic with one text argument.</summary>
public abstract class Sample(string name) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = $"custom.{name}",
        Description = "For tests of what plugins may do to their host.",
        Category = PluginCategory.Diagnostic,
        ParametersSchema = """{"type":"object","properties":{"text":{"type":"string","default":""}},"additionalProperties":false}""",
        Timeout = TimeSpan.FromSeconds(20),
    };

    public abstract Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken);
}

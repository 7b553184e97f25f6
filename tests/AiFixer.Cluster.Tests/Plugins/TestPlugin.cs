using AiFixer.Plugins;

namespace AiFixer.Cluster.Tests.Plugins;

/// <summary>A diagnostic that does what the test says.</summary>
internal sealed class TestPlugin(string name, Func<CancellationToken, Task<PluginResult>> run) : IDiagnosticPlugin
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public PluginManifest Manifest { get; } = new()
    {
        Name = name,
        Description = "Reads.",
        Category = PluginCategory.Diagnostic,
        ParametersSchema = """{"type":"object","additionalProperties":false}""",
        Timeout = Timeout,
    };

    public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => run(cancellationToken);
}

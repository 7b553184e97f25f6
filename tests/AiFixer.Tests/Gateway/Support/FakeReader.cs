using AiFixer.Plugins;

namespace AiFixer.Tests.Gateway;

/// <summary>A diagnostic that finds nothing.</summary>
internal sealed class FakeReader : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.list_pods",
        Description = "Lists pods.",
        Category = PluginCategory.Diagnostic,
        ParametersSchema = """{"type":"object"}""",
        Timeout = TimeSpan.FromSeconds(20),
    };

    public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => Task.FromResult(PluginResult.Ok("[]", "none"));
}

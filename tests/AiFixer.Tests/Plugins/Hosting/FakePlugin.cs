using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Hosting;

/// <summary>A diagnostic that does what the test says.</summary>
internal sealed class FakePlugin(Func<PluginCall, CancellationToken, Task<PluginResult>> run, string name = "test.read") : IDiagnosticPlugin
{
    public static PluginManifest Connected { get; } = new()
    {
        Name = "test.read",
        Description = "Reads over a connection.",
        Category = PluginCategory.Diagnostic,
        ParametersSchema = """{"type":"object","properties":{"connection":{"type":"string"}}}""",
        Timeout = TimeSpan.FromSeconds(10),
    };

    public PluginManifest Manifest { get; init; } = new()
    {
        Name = name,
        Description = "Reads.",
        Category = PluginCategory.Diagnostic,
        ParametersSchema = """{"type":"object","additionalProperties":false,"properties":{"count":{"type":"integer","default":1}}}""",
        Timeout = TimeSpan.FromSeconds(10),
    };

    public IReadOnlyList<string> MissingConfiguration { get; init; } = [];

    public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => run(call, cancellationToken);
}

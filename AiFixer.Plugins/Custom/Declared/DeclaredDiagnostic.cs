using System.Text.Json;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>A diagnostic that a file declares.</summary>
internal sealed class DeclaredDiagnostic(PluginManifest manifest, IDeclaredCall called, DeclaredAnswer answer) : IDiagnosticPlugin
{
    private readonly AnswerReader reader = new(answer);

    public PluginManifest Manifest => manifest;

    public IReadOnlyList<string> MissingConfiguration => called.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        var (order, error) = called.Prepare(arguments.RootElement);
        if (order is null)
            return PluginResult.Failed(error!);
        var asked = await called.AskAsync(order, cancellationToken);
        return asked.Answer is { } given ? reader.Read(given, arguments.RootElement) : PluginResult.Failed(asked.Error, asked.Retryable);
    }
}

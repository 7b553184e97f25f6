using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.World;

/// <summary>Reads an account.</summary>
internal sealed class LedgerLook(Ledger ledger) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "ledger.look",
        Description = "Reads an account.",
        Category = PluginCategory.Diagnostic,
        ParametersSchema = LedgerFix.Schema,
    };

    public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        var value = ledger.With(arguments.RootElement.GetProperty("account").GetString()!, account => account.Value);
        return Task.FromResult(PluginResult.Ok(JsonSerializer.Serialize(value), $"The value is {value}."));
    }
}

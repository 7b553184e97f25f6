using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.Gateway.Plugins;

/// <summary>What a plugin says about itself.</summary>
/// <param name="Parameters">JSON Schema of its arguments.</param>
internal sealed record PluginSummary(
    string Name,
    string Description,
    PluginCategory Category,
    string Verb,
    PluginRisk Risk,
    bool Idempotent,
    string ResourceKind,
    double TimeoutSeconds,
    JsonElement Parameters)
{
    public static PluginSummary Of(PluginManifest plugin)
    {
        using var schema = JsonDocument.Parse(plugin.ParametersSchema);
        return new(
            plugin.Name,
            plugin.Description,
            plugin.Category,
            plugin.Verb,
            plugin.Risk,
            plugin.Idempotent,
            plugin.ResourceKind,
            plugin.Timeout.TotalSeconds,
            schema.RootElement.Clone());
    }
}

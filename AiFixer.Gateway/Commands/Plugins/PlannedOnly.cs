using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiFixer.Plugins;

namespace AiFixer.Gateway.Commands.Plugins;

/// <summary>A plan for programs. It says itself that nothing was done, so that nobody takes it for a result.</summary>
/// <param name="Plugin">Who would do it.</param>
/// <param name="Executed">Always false.</param>
/// <param name="Verb">What the plan does in the words of fences; null when it is what the plugin says of itself.</param>
/// <param name="Risk">How much harm it could do; null when it is what the plugin says of itself.</param>
/// <param name="Plan">Exactly what would be sent.</param>
internal sealed record PlannedOnly(string Plugin, bool Executed, string? Verb, PluginRisk? Risk, ActionPlan Plan)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Json(string plugin, PreviewResult preview) => JsonSerializer.Serialize(
        new PlannedOnly(plugin, Executed: false, preview.Traits?.Verb, preview.Traits?.Risk, preview.Plan!), Readable);
}

using System.Text.Json;
using AiFixer.Core.Plugins;
using AiFixer.Plugins;

namespace AiFixer.Gateway.Plugins;

/// <summary>One plugin: whether it can be called, and what it says about itself unless it could not be loaded.</summary>
/// <param name="Source">Where it comes from, such as <c>built-in</c>.</param>
internal sealed record PluginSummary(string Name, PluginState State, string Source)
{
    /// <summary>A shorter name that it can be called by.</summary>
    public string? Alias { get; init; }

    /// <summary>Why it cannot be called.</summary>
    public string? Reason { get; init; }

    /// <summary>Configuration keys that are missing.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>Who disabled it, when and why.</summary>
    public PluginDisabled? Disabled { get; init; }

    public string? Description { get; init; }

    public PluginCategory? Category { get; init; }

    public string? Verb { get; init; }

    public PluginRisk? Risk { get; init; }

    /// <summary>Whether doing it twice leaves the same world as doing it once.</summary>
    public bool? Idempotent { get; init; }

    /// <summary>Whether the target itself refuses a second sending.</summary>
    public bool? Guarded { get; init; }

    public string? ResourceKind { get; init; }

    public double? TimeoutSeconds { get; init; }

    /// <summary>JSON Schema of its arguments.</summary>
    public JsonElement? Parameters { get; init; }

    public static PluginSummary Of(PluginStatus status)
    {
        var summary = new PluginSummary(status.Name, status.State, status.Source)
        {
            Alias = status.Alias,
            Reason = status.Reason,
            Missing = status.Missing.Count == 0 ? null : status.Missing,
            Disabled = status.DisabledBy is { } setting ? new(setting.By.Name, setting.At, setting.Reason) : null,
        };
        return status.Manifest is { } manifest ? Described(summary, manifest) : summary;
    }

    private static PluginSummary Described(PluginSummary summary, PluginManifest plugin)
    {
        using var schema = JsonDocument.Parse(plugin.ParametersSchema);
        return summary with
        {
            Description = plugin.Description,
            Category = plugin.Category,
            Verb = plugin.Verb,
            Risk = plugin.Risk,
            Idempotent = plugin.Idempotent,
            Guarded = plugin.Guarded,
            ResourceKind = plugin.ResourceKind,
            TimeoutSeconds = plugin.Timeout.TotalSeconds,
            Parameters = schema.RootElement.Clone(),
        };
    }
}

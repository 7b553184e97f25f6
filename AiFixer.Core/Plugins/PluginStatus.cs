using AiFixer.Core.Settings;
using AiFixer.Plugins;

namespace AiFixer.Core.Plugins;

/// <summary>One plugin and whether it can be called.</summary>
/// <param name="Name">Its name; of one that could not be loaded, what it was to be called.</param>
/// <param name="Source">Where it comes from: <c>built-in</c>, <c>custom</c>, …</param>
public sealed record PluginStatus(string Name, string Source, PluginState State)
{
    /// <summary>What it says about itself; null when it could not be loaded.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>A shorter name that it can be called by; null when it has none of its own.</summary>
    public string? Alias { get; init; }

    /// <summary>Configuration keys that are missing.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Who disabled it, when and why.</summary>
    public Setting? DisabledBy { get; init; }

    /// <summary>Why it cannot be called, as a sentence; null when it can.</summary>
    public string? Reason { get; init; }
}

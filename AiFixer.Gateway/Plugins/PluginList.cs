namespace AiFixer.Gateway.Plugins;

/// <summary>Every plugin there is.</summary>
internal sealed record PluginList(IReadOnlyList<PluginSummary> Items);

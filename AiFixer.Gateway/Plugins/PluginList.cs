namespace AiFixer.Gateway.Plugins;

/// <summary>Every plugin that can be called.</summary>
internal sealed record PluginList(IReadOnlyList<PluginSummary> Items);

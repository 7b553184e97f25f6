namespace AiFixer.Plugins;

/// <summary>A plugin by name with its arguments as canonical JSON.</summary>
/// <param name="Plugin">The plugin's name.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record PluginRequest(string Plugin, string Arguments);

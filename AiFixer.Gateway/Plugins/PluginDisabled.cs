namespace AiFixer.Gateway.Plugins;

/// <summary>Who disabled a plugin, when and why.</summary>
internal sealed record PluginDisabled(string By, DateTimeOffset At, string Reason);

using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Hosting;

/// <summary>One registered plugin with what the host keeps for it.</summary>
internal sealed class PluginSlot(IPlugin plugin, ArgumentSchema schema, int maxConcurrentCalls) : IDisposable
{
    public IPlugin Plugin => plugin;

    public PluginManifest Manifest { get; } = plugin.Manifest;

    public ArgumentSchema Schema => schema;

    public Places Places { get; } = new(maxConcurrentCalls);

    public bool IsReady => plugin.MissingConfiguration.Count == 0;

    public void Dispose() => Places.Dispose();
}

using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Hosting;

/// <summary>One registered plugin with what the host keeps for it.</summary>
internal sealed class PluginSlot(IPlugin plugin, PluginManifest manifest, ArgumentSchema schema, int maxConcurrentCalls) : IDisposable
{
    public IPlugin Plugin => plugin;

    public PluginManifest Manifest => manifest;

    public ArgumentSchema Schema => schema;

    public Places Places { get; } = new(maxConcurrentCalls);

    public CallsUnderWay Calls { get; } = new();

    public void Dispose() => Places.Dispose();
}

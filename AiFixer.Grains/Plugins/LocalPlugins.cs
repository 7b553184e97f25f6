using AiFixer.Core.Ports;

namespace AiFixer.Grains.Plugins;

/// <summary>The plugins of this process, with their limits.</summary>
internal sealed record LocalPlugins(IPluginHost Host);

using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>Throws.</summary>
public sealed class Throws() : Sample("throws")
{
    public override Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("the cable is out");
}

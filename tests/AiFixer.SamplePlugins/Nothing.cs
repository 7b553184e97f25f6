using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>Returns nothing.</summary>
public sealed class Nothing() : Sample("nothing")
{
    public override Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => Task.FromResult<PluginResult>(null!);
}

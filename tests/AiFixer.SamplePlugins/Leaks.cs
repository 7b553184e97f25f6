using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>Takes memory until there is none left.</summary>
public sealed class Leaks() : Sample("leaks")
{
    private readonly List<byte[]> kept = [];

    public override Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        while (true)
            kept.Add(GC.AllocateArray<byte>(1024 * 1024));
    }
}

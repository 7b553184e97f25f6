using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>Takes its process with it.</summary>
public sealed class Dies() : Sample("dies")
{
    public override Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        Environment.FailFast("on purpose");
        return Task.FromResult(PluginResult.Ok("{}", "alive"));
    }
}

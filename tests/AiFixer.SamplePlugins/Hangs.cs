using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>Never returns and does not listen.</summary>
public sealed class Hangs() : Sample("hangs")
{
    public override Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var never = new ManualResetEventSlim();
        never.Wait(CancellationToken.None);
        return Task.FromResult(PluginResult.Ok("{}", "returned"));
    }
}

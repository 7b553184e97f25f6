using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>Cannot be made: the others of its assembly can all the same.</summary>
public sealed class Broken : Sample
{
    public Broken()
        : base("broken") => throw new InvalidOperationException("no licence");

    public override Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => throw new NotSupportedException();
}

using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>Gives back what it got.</summary>
public sealed class Echo() : Sample("echo")
{
    public override Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => Task.FromResult(PluginResult.Ok($$"""{"arguments":{{call.Arguments}},"incident":"{{call.IncidentId}}","actor":"{{call.Actor}}","process":{{Environment.ProcessId}},"setting":"{{call.Settings["greeting"]}}","trace":"{{call.TraceId}}"}""", "said"));
}

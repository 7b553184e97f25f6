using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>Shows the names of the variables that it sees.</summary>
public sealed class Secrets() : Sample("secrets")
{
    public override Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => Task.FromResult(PluginResult.Ok($"[{string.Join(",", Environment.GetEnvironmentVariables().Keys.Cast<string>().Select(key => $"\"{key}\""))}]", "seen"));
}

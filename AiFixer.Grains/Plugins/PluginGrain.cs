using AiFixer.Grains.Wire;
using AiFixer.Plugins.Hosting;
using Orleans.Concurrency;

namespace AiFixer.Grains.Plugins;

/// <summary>
/// Reads through the plugins of its silo. How many calls there may be at once and for how long is kept by the plugin host,
/// and there alone; here nothing waits in line, so that a plugin that hangs holds up none of the others. There is one worker
/// for a silo, since a caller that gives up is heard by only one of several.
/// </summary>
[StatelessWorker(1)]
[Reentrant]
internal sealed class PluginGrain(LocalPlugins plugins) : Grain, IPluginGrain
{
    public async Task<Letter> RunAsync(Letter question, CancellationToken cancellationToken)
    {
        var asked = Read(question);
        return Letters.Write(await plugins.Host.RunAsync(asked.Plugin, asked.Call.ToCall(), cancellationToken), WireJson.Default.PluginResult);
    }

    public async Task<Letter> PreviewAsync(Letter question, CancellationToken cancellationToken)
    {
        var asked = Read(question);
        return Letters.Write(await plugins.Host.PreviewAsync(asked.Plugin, asked.Call.ToCall(), cancellationToken), WireJson.Default.PreviewResult);
    }

    public async Task<Letter> ObserveAsync(Letter question, CancellationToken cancellationToken)
    {
        var asked = Read(question);
        return Letters.Write(
            await plugins.Host.ObserveAsync(asked.Plugin, asked.Call.ToCall(), asked.Plan!, cancellationToken), WireJson.Default.Observation);
    }

    private static PluginQuestion Read(Letter question)
    {
        var asked = Letters.Read(question, WireJson.Default.PluginQuestion);
        PluginInstruments.ContinueFrom(asked.Call.TraceId, asked.Call.Span);
        return asked;
    }
}

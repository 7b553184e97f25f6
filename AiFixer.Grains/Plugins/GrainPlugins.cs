using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiFixer.Core.Ports;
using AiFixer.Grains.Wire;
using AiFixer.Plugins;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace AiFixer.Grains.Plugins;

/// <summary>
/// Plugins as a node of a cluster calls them: what only reads goes through grains, what changes the world leaves from here,
/// since our own lease is looked at right before it does.
/// </summary>
internal sealed partial class GrainPlugins(
    LocalPlugins local, Func<string, IPluginGrain> grains, IHostApplicationLifetime lifetime, ILogger<GrainPlugins> logger) : IPluginHost
{
    public IReadOnlyList<PluginManifest> Plugins => local.Host.Plugins;

    public PluginManifest? Find(string name) => local.Host.Find(name);

    public Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken) => AskAsync(
        new(plugin, PluginCallData.Of(call)),
        (grain, question) => grain.RunAsync(question, cancellationToken),
        WireJson.Default.PluginResult,
        () => local.Host.RunAsync(plugin, call, cancellationToken));

    public Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken) => AskAsync(
        new(plugin, PluginCallData.Of(call)),
        (grain, question) => grain.PreviewAsync(question, cancellationToken),
        WireJson.Default.PreviewResult,
        () => local.Host.PreviewAsync(plugin, call, cancellationToken));

    public Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        local.Host.ExecuteAsync(plugin, call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => AskAsync(
        new(plugin, PluginCallData.Of(call), plan),
        (grain, question) => grain.ObserveAsync(question, cancellationToken),
        WireJson.Default.Observation,
        () => local.Host.ObserveAsync(plugin, call, plan, cancellationToken));

    /// <summary>When no grain answers, the plugin is asked without one: it has the same limits.</summary>
    private async Task<T> AskAsync<T>(
        PluginQuestion question, Func<IPluginGrain, Letter, Task<Letter>> ask, JsonTypeInfo<T> answer, Func<Task<T>> otherwise)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return await otherwise();
        try
        {
            return Letters.Read(await ask(grains(question.Key), Letters.Write(question, WireJson.Default.PluginQuestion)), answer);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or JsonException)
        {
            NoGrain(question.Key, e.Message);
            return await otherwise();
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Plugin} is asked without its grain, which does not answer: {Reason}")]
    private partial void NoGrain(string plugin, string reason);
}

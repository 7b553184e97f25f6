using System.Collections.Concurrent;
using AiFixer.Core;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.Crash;

/// <summary>Plugins in the hands of a process that may die before and after every call; writes down what was sent.</summary>
internal sealed class MortalPlugins(IPluginHost inner, IJournal disk, ConcurrentQueue<Sending> sendings, Life life) : IPluginHost
{
    public IReadOnlyList<PluginManifest> Plugins => inner.Plugins;

    public PluginManifest? Find(string name) => inner.Find(name);

    public Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken) =>
        life.HandOverAsync("run", () => inner.RunAsync(plugin, call, cancellationToken));

    public Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken) =>
        life.HandOverAsync("preview", () => inner.PreviewAsync(plugin, call, cancellationToken));

    public async Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var entries = await life.ReadAsync(() => disk.EntriesAsync(new IncidentId(call.IncidentId), CancellationToken.None));
        return await life.HandOverAsync("execute", () =>
        {
            sendings.Enqueue(new(call.IncidentId, call.ActionId!, plan, call.Now, entries.Count));
            return inner.ExecuteAsync(plugin, call, plan, cancellationToken);
        });
    }

    public Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        life.HandOverAsync("observe", () => inner.ObserveAsync(plugin, call, plan, cancellationToken));
}

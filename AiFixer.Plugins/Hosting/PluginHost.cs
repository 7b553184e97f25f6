using AiFixer.Core.Ports;
using Microsoft.Extensions.Logging;
using Polly;

namespace AiFixer.Plugins.Hosting;

/// <summary>Runs plugins within limits; whatever a plugin does comes back as a result.</summary>
internal sealed partial class PluginHost : IPluginHost, IDisposable
{
    private readonly PluginRegistry registry;
    private readonly CallRunner runner;
    private readonly OutputLimit limit;
    private readonly ResiliencePipeline<PluginResult> retry;
    private readonly TimeProvider time;
    private readonly ILogger<PluginHost> logger;

    public PluginHost(IEnumerable<IPlugin> plugins, PluginHostOptions options, TimeProvider time, ILogger<PluginHost> logger)
    {
        registry = new(plugins, options);
        runner = new(time);
        limit = new(options.MaxOutputBytes);
        retry = ReadRetry.Create(options, time);
        this.time = time;
        this.logger = logger;
    }

    public IReadOnlyList<PluginManifest> Plugins => [.. registry.All.Where(s => s.IsReady).Select(s => s.Manifest)];

    public PluginManifest? Find(string name) => registry.Find(name) is { IsReady: true } slot ? slot.Manifest : null;

    public async Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken)
    {
        var bound = CallBinder.Bind<IDiagnosticPlugin>(registry, plugin, call);
        if (bound.Error is { } error)
            return Refuse(plugin, "run", error, static e => PluginResult.Failed(e));
        var end = await MeasureAsync(
            bound.Slot, bound.Call, "run", ct => retry.ExecuteAsync(async t => await bound.Plugin.RunAsync(bound.Call, t), ct).AsTask(), cancellationToken);
        return limit.Bound(Ends.Run(end, bound.Slot.Manifest.Name, cancellationToken));
    }

    public async Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken)
    {
        var bound = CallBinder.Bind<IRemediationPlugin>(registry, plugin, call);
        if (bound.Error is { } error)
            return Refuse(plugin, "preview", error, static e => PreviewResult.Impossible(e));
        var end = await MeasureAsync(bound.Slot, bound.Call, "preview", ct => bound.Plugin.PreviewAsync(bound.Call, ct), cancellationToken);
        return limit.Bound(Ends.Preview(end, bound.Slot.Manifest.Name, cancellationToken));
    }

    public async Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var bound = CallBinder.Bind<IRemediationPlugin>(registry, plugin, call);
        if (bound.Error is { } error)
            return Refuse(plugin, "execute", error, static e => new ExecuteResult(ExecuteOutcome.NotDone, e));
        var end = await MeasureAsync(bound.Slot, bound.Call, "execute", ct => SendAsync(bound, plan, ct), cancellationToken);
        return OutputLimit.Bound(Ends.Execute(end, bound.Slot.Manifest.Name));
    }

    public async Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var bound = CallBinder.Bind<IRemediationPlugin>(registry, plugin, call);
        if (bound.Error is { } error)
            return Refuse(plugin, "observe", error, static e => new Observation(ExecuteOutcome.Unknown, TargetHealth.Unknown, e));
        var end = await MeasureAsync(bound.Slot, bound.Call, "observe", ct => bound.Plugin.ObserveAsync(bound.Call, plan, ct), cancellationToken);
        return OutputLimit.Bound(Ends.Observe(end, bound.Slot.Manifest.Name, cancellationToken));
    }

    public void Dispose() => registry.Dispose();

    /// <summary>Runs when the call has its place: waiting for one may have taken long.</summary>
    private static Task<ExecuteResult> SendAsync(BoundCall<IRemediationPlugin> bound, ActionPlan plan, CancellationToken cancellationToken) =>
        bound.Call.MayLeave()
            ? bound.Plugin.ExecuteAsync(bound.Call, plan, cancellationToken)
            : Task.FromResult(ExecuteResult.Later($"{bound.Slot.Manifest.Name} was not called: it may not leave any more"));

    private async Task<CallEnd<T>> MeasureAsync<T>(
        PluginSlot slot, PluginCall call, string operation, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var activity = PluginInstruments.Activities.StartActivity($"{operation} {slot.Manifest.Name}");
        var end = await runner.RunAsync(slot, call, work, cancellationToken);
        Report(slot.Manifest.Name, operation, end, time.GetElapsedTime(started));
        return end;
    }

    private T Refuse<T>(string plugin, string operation, string error, Func<string, T> answer)
    {
        LogRefused(OutsideText.Line(plugin, 100), operation, error);
        return answer(error);
    }
}

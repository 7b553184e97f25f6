using AiFixer.Core.Ports;
using AiFixer.Core.Settings;
using Microsoft.Extensions.Logging;
using Polly;

namespace AiFixer.Plugins.Hosting;

/// <summary>Runs plugins within limits; whatever a plugin does comes back as a result.</summary>
internal sealed partial class PluginHost : IPluginHost, IDisposable
{
    private readonly PluginConditions conditions;
    private readonly CallBinder binder;
    private readonly CallEquipment equipment;
    private readonly CallRunner runner;
    private readonly OutputLimit limit;
    private readonly ResiliencePipeline<PluginResult> retry;
    private readonly TimeProvider time;
    private readonly ILogger<PluginHost> logger;

    public PluginHost(
        IEnumerable<IPlugin> plugins, PluginHostOptions options, TimeProvider time, ILogger<PluginHost> logger, ISettings? settings = null)
    {
        settings ??= NoSettings.Instance;
        Registry = new(plugins, options);
        conditions = new(settings);
        States = new PluginStates(Registry, conditions);
        binder = new(Registry, conditions);
        equipment = new(settings, time, logger);
        runner = new(time);
        limit = new(options.MaxOutputBytes);
        retry = ReadRetry.Create(options, time);
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Which plugins there are, and where others are put in their place.</summary>
    public PluginRegistry Registry { get; }

    public IPluginStates States { get; }

    public IReadOnlyList<PluginManifest> Plugins => [.. Registry.Current.All.Where(conditions.IsReady).Select(s => s.Manifest)];

    public PluginManifest? Find(string name) => Registry.Current.Find(name) is { } slot && conditions.IsReady(slot) ? slot.Manifest : null;

    public async Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken)
    {
        var bound = binder.Bind<IDiagnosticPlugin>(plugin, call);
        if (bound.Error is { } error)
            return Refuse(plugin, "run", error, e => PluginResult.Failed(e, bound.MayPass));
        var end = await MeasureAsync(
            bound, "run", (ready, ct) => retry.ExecuteAsync(async t => await bound.Plugin.RunAsync(ready, t), ct).AsTask(), cancellationToken);
        return limit.Bound(Ends.Run(end, bound.Slot.Manifest.Name, cancellationToken));
    }

    public async Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken)
    {
        var bound = binder.Bind<IRemediationPlugin>(plugin, call);
        if (bound.Error is { } error)
            return Refuse(plugin, "preview", error, e => PreviewResult.Impossible(e, bound.MayPass));
        var end = await MeasureAsync(
            bound, "preview", (ready, ct) => bound.Plugin.PreviewAsync(ready with { DryRun = true }, ct), cancellationToken);
        return limit.Bound(Ends.Preview(end, bound.Slot.Manifest.Name, cancellationToken));
    }

    public async Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var bound = binder.Bind<IRemediationPlugin>(plugin, call);
        if (bound.Error is { } error)
            return Refuse(plugin, "execute", error, e => bound.MayPass ? ExecuteResult.Later(e) : new(ExecuteOutcome.NotDone, e));
        var end = await MeasureAsync(bound, "execute", (ready, ct) => SendAsync(bound, ready, plan, ct), cancellationToken);
        return OutputLimit.Bound(Ends.Execute(end, bound.Slot.Manifest.Name));
    }

    public async Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var bound = binder.BindLook<IRemediationPlugin>(plugin, call);
        if (bound.Error is { } error)
            return Refuse(plugin, "observe", error, static e => new Observation(ExecuteOutcome.Unknown, TargetHealth.Unknown, e));
        var end = await MeasureAsync(bound, "observe", (ready, ct) => bound.Plugin.ObserveAsync(ready, plan, ct), cancellationToken);
        return OutputLimit.Bound(Ends.Observe(end, bound.Slot.Manifest.Name, cancellationToken));
    }

    public void Dispose() => Registry.Dispose();

    /// <summary>Runs when the call has its place: waiting for one may have taken long.</summary>
    private Task<ExecuteResult> SendAsync(BoundCall<IRemediationPlugin> bound, PluginCall ready, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (binder.WhyNot(bound.Slot) is { } reason)
            return Task.FromResult(new ExecuteResult(ExecuteOutcome.NotDone, reason));
        return ready.MayLeave()
            ? bound.Plugin.ExecuteAsync(ready, plan, cancellationToken)
            : Task.FromResult(ExecuteResult.Later($"{bound.Slot.Manifest.Name} was not called: it may not leave any more"));
    }

    private async Task<CallEnd<TResult>> MeasureAsync<TPlugin, TResult>(
        BoundCall<TPlugin> bound, string operation, Func<PluginCall, CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
        where TPlugin : class, IPlugin
    {
        var (slot, started) = (bound.Slot, time.GetTimestamp());
        using var activity = PluginInstruments.Begin(operation, slot.Manifest, bound.Call);
        var end = await runner.RunAsync(slot, bound.Call, ct => work(equipment.Equip(bound.Call, slot), ct), cancellationToken);
        PluginInstruments.Ended(activity, CallOutcome.Of(end), CallOutcome.IsFault(end));
        Report(slot.Manifest.Name, operation, end, time.GetElapsedTime(started));
        return end;
    }

    private T Refuse<T>(string plugin, string operation, string error, Func<string, T> answer)
    {
        LogRefused(OutsideText.Line(plugin, 100), operation, error);
        return answer(error);
    }
}

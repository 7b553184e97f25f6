using AiFixer.Core.Ports;
using AiFixer.Plugins;
using AiFixer.Simulation.Disk;
using AiFixer.Simulation.Kernel;
using AiFixer.Storage.Databases;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.World;

/// <summary>The ledger's plugins as one process has them: the ledger is elsewhere, and every call crosses the network.</summary>
internal sealed class SimPlugins : IPluginHost
{
    private readonly Stage stage;
    private readonly SimProcess process;
    private readonly SimClock clock;
    private readonly Dictionary<string, IPlugin> plugins;

    public SimPlugins(Stage stage, SimProcess process)
    {
        (this.stage, this.process) = (stage, process);
        clock = new(stage.Sim, process);
        var there = new SimClock(stage.Sim, stage.Outside);
        var fixes = Enum.GetValues<FixKind>().Select(kind => (IPlugin)new LedgerFix(stage.Ledger, kind, there));
        plugins = fixes.Append(new LedgerLook(stage.Ledger)).ToDictionary(plugin => plugin.Manifest.Name);
    }

    public IReadOnlyList<PluginManifest> Plugins => [.. plugins.Values.Select(plugin => plugin.Manifest)];

    public PluginManifest? Find(string name) => plugins.GetValueOrDefault(name)?.Manifest;

    public async Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken) =>
        await AskAsync(plugin, () => ((IDiagnosticPlugin)plugins[plugin]).RunAsync(call, CancellationToken.None), cancellationToken)
        ?? PluginResult.Failed("The ledger does not answer.", retryable: true);

    public async Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken) =>
        await AskAsync(plugin, () => Fix(plugin).PreviewAsync(call, CancellationToken.None), cancellationToken)
        ?? PreviewResult.Impossible("The ledger does not answer.", retryable: true);

    public async Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (stage.Sim.Chance.Percent(stage.CrowdedPercent))
            await clock.PassAsync(stage.Sim.Chance.Seconds(1, 40)).WaitAsync(cancellationToken);
        if (IsBusy(plan) || !call.MayLeave())
            return ExecuteResult.Later("There is no place for it.");
        stage.Sent(new(call.IncidentId, call.ActionId!, plan, clock.GetUtcNow(), EntriesOf(call.IncidentId)), process);
        return await AskAsync(plugin, () => Fix(plugin).ExecuteAsync(call, plan, CancellationToken.None), cancellationToken)
            ?? new(ExecuteOutcome.Unknown, "It did not answer in time.");
    }

    public async Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        await AskAsync(plugin, () => Fix(plugin).ObserveAsync(call, plan, CancellationToken.None), cancellationToken)
        ?? new(ExecuteOutcome.Unknown, TargetHealth.Unknown, "The ledger does not answer.");

    /// <summary>Null when no answer came in time.</summary>
    private async Task<T?> AskAsync<T>(string plugin, Func<Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var asked = stage.Network.AskAsync(process, stage.Outside, ask);
        try
        {
            return await asked.WaitAsync(plugins[plugin].Manifest.Timeout, clock, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>What is on disk at the moment the call leaves.</summary>
    private int EntriesOf(string incident) =>
        (int)stage.Disk.Connection.Scalar<long>("select count(*) from entries where incident = @id", ("id", incident));

    private bool IsBusy(ActionPlan plan) => stage.Ledger.With(Payload.Parse(plan.Payload).Account, account => account.Busy > 0 && account.Busy-- > 0);

    private IRemediationPlugin Fix(string plugin) => (IRemediationPlugin)plugins[plugin];
}

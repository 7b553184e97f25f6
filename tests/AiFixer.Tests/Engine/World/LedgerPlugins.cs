using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.World;

/// <summary>Runs the ledger's plugins for one process, with their deadlines.</summary>
internal sealed class LedgerPlugins : IPluginHost
{
    private readonly Ledger ledger;
    private readonly Dictionary<string, IPlugin> plugins;
    private readonly TimeProvider time;
    private int waiting;

    public LedgerPlugins(Ledger ledger, TimeProvider time)
    {
        (this.ledger, this.time) = (ledger, time);
        var fixes = Enum.GetValues<FixKind>().Select(kind => (IPlugin)new LedgerFix(ledger, kind, time));
        plugins = fixes.Append(new LedgerLook(ledger)).ToDictionary(plugin => plugin.Manifest.Name);
    }

    public IReadOnlyList<PluginManifest> Plugins => [.. plugins.Values.Select(plugin => plugin.Manifest)];

    /// <summary>How many calls wait for the world.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    public PluginManifest? Find(string name) => plugins.GetValueOrDefault(name)?.Manifest;

    public Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken) =>
        ((IDiagnosticPlugin)plugins[plugin]).RunAsync(call, cancellationToken);

    public Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken) =>
        Fix(plugin).PreviewAsync(call, cancellationToken);

    public async Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (IsBusy(plan) || !call.MayLeave())
            return ExecuteResult.Later("There is no place for it.");
        var sent = Fix(plugin).ExecuteAsync(call, plan, CancellationToken.None);
        if (sent.IsCompleted)
            return await sent;
        Interlocked.Increment(ref waiting);
        try
        {
            return await sent.WaitAsync(Fix(plugin).Manifest.Timeout, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new(ExecuteOutcome.Unknown, "It did not answer in time.");
        }
        catch (OperationCanceledException)
        {
            return new(ExecuteOutcome.Unknown, "It was cancelled on its way.");
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        Fix(plugin).ObserveAsync(call, plan, cancellationToken);

    private bool IsBusy(ActionPlan plan) => ledger.With(Payload.Parse(plan.Payload).Account, account => account.Busy > 0 && account.Busy-- > 0);

    private IRemediationPlugin Fix(string plugin) => (IRemediationPlugin)plugins[plugin];
}

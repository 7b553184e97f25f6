using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Recovery;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Engine;

/// <summary>Runs incidents in this process, on a database that nobody else writes to.</summary>
internal sealed class LocalHost(
    EngineLife life,
    StartRecovery recovery,
    Workers workers,
    DueLoop dueLoop,
    AlertReporter reporter,
    IncidentRunner runner,
    ChangeFeed feed,
    EngineOptions options) : IHostedService, IIncidentHost
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await life.BeginAsync(cancellationToken);
        if (!options.HoldFollowUp)
            await recovery.RunAsync(cancellationToken);
        life.Run(Background);
    }

    public Task StopAsync(CancellationToken cancellationToken) => life.EndAsync(cancellationToken);

    public Task<IReadOnlyList<ReportReceipt>> ReportAsync(IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken) =>
        reporter.ReportAsync(alerts, cancellationToken);

    public async Task<TellReceipt> TellAsync(IncidentId id, PersonInput input, CancellationToken cancellationToken) =>
        Receipts.Of(await runner.TellAsync(id, input, cancellationToken));

    public IAsyncEnumerable<IncidentChange> ChangesAsync(IncidentId? only, CancellationToken cancellationToken) =>
        feed.ReadAsync(only, cancellationToken);

    private IEnumerable<Task> Background(CancellationToken stopping, CancellationToken abort)
    {
        if (options.HoldFollowUp)
            yield break;
        yield return workers.RunAsync(stopping, abort);
        yield return dueLoop.RunAsync(stopping);
    }
}

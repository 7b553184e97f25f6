using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Leasing;
using AiFixer.Engine.Recovery;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine;

/// <summary>Runs incidents in this process, on a database that nobody else writes to.</summary>
internal sealed partial class LocalHost(
    LeaseKeeper lease,
    StartRecovery recovery,
    Workers workers,
    DueLoop dueLoop,
    AlertReporter reporter,
    IncidentRunner runner,
    ChangeFeed feed,
    EngineOptions options,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<LocalHost> logger) : IHostedService, IIncidentHost, IDisposable
{
    private static readonly TimeSpan ReleaseTime = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abort = new(Timeout.InfiniteTimeSpan, time);
    private Task running = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        lease.Lost += lifetime.StopApplication;
        await lease.AcquireAsync(cancellationToken);
        if (!options.HoldFollowUp)
            await recovery.RunAsync(cancellationToken);
        running = Task.WhenAll(Background().Select(WatchAsync));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        abort.CancelAfter(options.ShutdownGrace);
        await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ReleaseAsync();
    }

    public Task<IReadOnlyList<ReportReceipt>> ReportAsync(IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken) =>
        reporter.ReportAsync(alerts, cancellationToken);

    public async Task<TellReceipt> TellAsync(IncidentId id, PersonInput input, CancellationToken cancellationToken) =>
        await runner.TellAsync(id, input, cancellationToken) switch
        {
            WriteResult.Written written => new TellReceipt.Accepted(written.Held.Version, written.Held.State.Status),
            WriteResult.Nothing nothing => new TellReceipt.Accepted(nothing.Held.Version, nothing.Held.State.Status),
            WriteResult.Refused refused => new TellReceipt.Refused(refused.Refusal),
            WriteResult.Changed => new TellReceipt.Changed(),
            WriteResult.NotFound => new TellReceipt.NotFound(),
            WriteResult.Busy busy => new TellReceipt.Busy(busy.Reason),
            WriteResult.Impossible impossible => new TellReceipt.Refused(new(RefusalCode.NotNow, impossible.Reason)),
            var other => new TellReceipt.Busy($"Not now: {other.GetType().Name}."),
        };

    public IAsyncEnumerable<IncidentChange> ChangesAsync(CancellationToken cancellationToken) => feed.ReadAsync(cancellationToken);

    public void Dispose()
    {
        stopping.Dispose();
        abort.Dispose();
    }

    /// <summary>Nothing waits silently: a process in which one of these ended by itself is of no use.</summary>
    private async Task WatchAsync(Task background)
    {
        try
        {
            await background;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            Broken(e);
            lifetime.StopApplication();
        }
    }

    /// <summary>In its own time: whoever is impatient with our end would make the next process wait.</summary>
    private async Task ReleaseAsync()
    {
        try
        {
            await lease.ReleaseAsync(CancellationToken.None).WaitAsync(ReleaseTime, time);
        }
        catch (Exception e) when (e is JournalUnavailableException or TimeoutException)
        {
            NotReleased(e.Message);
        }
    }

    private IEnumerable<Task> Background()
    {
        yield return lease.RenewAsync(stopping.Token);
        if (options.HoldFollowUp)
            yield break;
        yield return workers.RunAsync(stopping.Token, abort.Token);
        yield return dueLoop.RunAsync(stopping.Token);
    }

    [LoggerMessage(LogLevel.Critical, "The engine broke; this process stops")]
    private partial void Broken(Exception e);

    [LoggerMessage(LogLevel.Warning, "The lease could not be given back; it runs out by itself: {Reason}")]
    private partial void NotReleased(string reason);
}

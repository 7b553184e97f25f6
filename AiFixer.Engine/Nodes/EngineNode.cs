using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using AiFixer.Engine.Tasks;

namespace AiFixer.Engine.Nodes;

/// <summary>
/// One of several processes that run incidents on one store. Where an incident is at work is decided elsewhere, and
/// correctness does not rest on it: versions, claims and leases in the store do.
/// </summary>
internal sealed class EngineNode(
    EngineLife life,
    Workers workers,
    WorkQueue queue,
    Rechecks rechecks,
    HeldCache cache,
    AlertReporter reporter,
    IncidentRunner runner,
    TaskEnds ends,
    Homes homes,
    EngineOptions options)
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await life.BeginAsync(cancellationToken);
        life.Run((stopping, abort) => [workers.RunAsync(stopping, abort)]);
    }

    public Task StopAsync(CancellationToken cancellationToken) => life.EndAsync(cancellationToken);

    public Task<IReadOnlyList<ReportReceipt>> ReportAsync(IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken) =>
        reporter.ReportAsync(alerts, cancellationToken);

    /// <returns>Null when the incident was changed behind our back: it is at work somewhere else as well.</returns>
    public async Task<TellReceipt?> TellAsync(IncidentId id, PersonInput input, CancellationToken cancellationToken) =>
        await runner.TellOnceAsync(id, input, cancellationToken) is var result and not WriteResult.Stale ? Receipts.Of(result) : null;

    /// <summary>Writes what became of a task that ran anywhere; what follows from it is done here.</summary>
    public Task FinishAsync(IncidentId id, TaskStep.Tell result, CancellationToken cancellationToken) => ends.EndAsync(id, result, cancellationToken);

    /// <summary>From now on it is at work here.</summary>
    public void Enter(IncidentId id) => homes.Enter(id);

    public void Leave(IncidentId id)
    {
        homes.Leave(id);
        cache.Forget(id);
    }

    /// <summary>Has a worker look at it, with what the store knows of it by now.</summary>
    /// <param name="version">The last of which the caller knows; null when all that is known here may be old.</param>
    public void Wake(IncidentId id, WorkPlace place = default, long? version = null)
    {
        if (version is null || cache.Find(id) is not { } known || known.Version < version)
            cache.Forget(id);
        Offer(id, place);
    }

    /// <summary>Has a worker look at it; what one knows of it that has it in hands already is good enough.</summary>
    public void Look(IncidentId id, WorkPlace place = default)
    {
        if (!queue.Has(id))
            cache.Forget(id);
        Offer(id, place);
    }

    /// <summary>Has a worker look at it unless that is going to happen anyway.</summary>
    public void Resume(IncidentId id)
    {
        if (!queue.Has(id) && !rechecks.Has(id))
            Wake(id);
    }

    /// <summary>What is to be looked at again by now.</summary>
    public IReadOnlyList<IncidentId> TakeRechecks() => rechecks.TakeDue();

    private void Offer(IncidentId id, WorkPlace place)
    {
        if (!queue.Offer(id, place))
            rechecks.Add(id, options.ScanInterval);
    }
}

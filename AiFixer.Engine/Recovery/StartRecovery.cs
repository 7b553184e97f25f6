using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Recovery;

/// <summary>
/// Finds what a process that is gone had under way: calls that were out are looked up, fixes are watched again. All else
/// is found by its due time.
/// </summary>
internal sealed partial class StartRecovery(
    IIncidentQueries queries, IncidentRunner runner, Rechecks rechecks, ILogger<StartRecovery> logger)
{
    private const int PageSize = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var filter = new IncidentFilter(Statuses: [IncidentStatus.Executing, IncidentStatus.Verifying], Limit: PageSize);
        var found = 0;
        do
        {
            var page = await queries.ListAsync(filter, cancellationToken);
            foreach (var item in page.Items)
                await ResumeAsync(item.Id, cancellationToken);
            found += page.Items.Count;
            filter = filter with { Before = page.Next };
        }
        while (filter.Before is not null);

        if (found > 0)
            Resumed(found);
    }

    /// <summary>One incident that cannot be read must not keep all others from being served.</summary>
    private async Task ResumeAsync(IncidentId id, CancellationToken cancellationToken)
    {
        try
        {
            await InterruptAsync(id, cancellationToken);
        }
        catch (Exception e) when (e is not (JournalUnavailableException or OperationCanceledException))
        {
            NotResumed(e, id);
        }

        rechecks.Add(id, TimeSpan.Zero);
    }

    private async Task InterruptAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var held = await runner.FindAsync(id, cancellationToken);
        if (held?.State.Task is { Started: true } task)
            await runner.TellAsync(id, new TaskInput.Interrupted(task.Id), cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "{Incident} cannot be resumed; it is tried again")]
    private partial void NotResumed(Exception e, IncidentId incident);

    [LoggerMessage(LogLevel.Information, "{Count} fixes were under way when the last process ended; they go on")]
    private partial void Resumed(int count);
}

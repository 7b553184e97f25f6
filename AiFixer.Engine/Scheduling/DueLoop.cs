using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Scheduling;

/// <summary>Asks the store again and again what is due. What memory forgot, this finds.</summary>
internal sealed partial class DueLoop(
    IJournal journal, WorkQueue queue, Rechecks rechecks, EngineOptions options, WorkflowRules rules, TimeProvider time, ILogger<DueLoop> logger)
{
    private bool storeGone;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.ScanInterval, time);
        try
        {
            do
                await ScanAsync(cancellationToken);
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private async Task ScanAsync(CancellationToken cancellationToken)
    {
        foreach (var id in rechecks.TakeDue().Where(id => !queue.Offer(id)))
            rechecks.Add(id, options.ScanInterval);
        if (queue.Free == 0)
            return;
        try
        {
            // Those at work are due as well: ask for as many more.
            foreach (var due in await journal.DueAsync(time.GetUtcNow(), queue.Free + queue.Count, null, cancellationToken))
                queue.Offer(due.Id, WorkPlace.Of(due, rules.Grouping));
            if (storeGone)
                StoreBack();
            storeGone = false;
        }
        catch (JournalUnavailableException e)
        {
            if (!storeGone)
                StoreIsGone(e.Message);
            storeGone = true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            ScanThrew(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The store cannot be asked what is due: {Reason}")]
    private partial void StoreIsGone(string reason);

    [LoggerMessage(LogLevel.Error, "What is due could not be asked; it is asked again")]
    private partial void ScanThrew(Exception e);

    [LoggerMessage(LogLevel.Information, "The store is back")]
    private partial void StoreBack();
}

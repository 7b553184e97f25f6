using AiFixer.Core;
using AiFixer.Core.Ports;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Scheduling;

/// <summary>A fixed number of workers over the queue.</summary>
internal sealed partial class Workers(
    WorkQueue queue, IncidentWork work, Rechecks rechecks, EngineOptions options, ILogger<Workers> logger)
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    public Task RunAsync(CancellationToken stopping, CancellationToken abort) =>
        Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => LoopAsync(stopping, abort)));

    private async Task LoopAsync(CancellationToken stopping, CancellationToken abort)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await OneAsync(await queue.TakeAsync(stopping), stopping, abort);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task OneAsync(IncidentId id, CancellationToken stopping, CancellationToken abort)
    {
        try
        {
            await work.RunAsync(id, stopping, abort);
        }
        catch (JournalUnavailableException e)
        {
            // Not everything that is wanted soon has a due time in the store.
            StoreGone(id, e.Message);
            rechecks.Add(id, AfterTrouble);
        }
        catch (Exception e) when (!abort.IsCancellationRequested)
        {
            Poisoned(e, id);
            rechecks.Add(id, AfterTrouble);
        }
        finally
        {
            queue.Done(id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The store is gone while {Incident} was worked on; it goes on when the store is back: {Reason}")]
    private partial void StoreGone(IncidentId incident, string reason);

    [LoggerMessage(LogLevel.Error, "{Incident} cannot be worked on; it is tried again")]
    private partial void Poisoned(Exception e, IncidentId incident);
}

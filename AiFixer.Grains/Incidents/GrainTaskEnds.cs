using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using AiFixer.Engine.Tasks;
using AiFixer.Grains.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Grains.Incidents;

/// <summary>
/// Takes a result to where its incident is at work by now, so that it meets clicks there and not in the store. When nobody
/// takes it there it is written here: a task that is over already is over for good, whoever says so.
/// </summary>
internal sealed partial class GrainTaskEnds(
    ITaskEnds here, Homes homes, Func<IncidentId, IIncidentGrain> grains, IHostApplicationLifetime lifetime, ILogger<GrainTaskEnds> logger) : ITaskEnds
{
    public async Task<Held?> EndAsync(IncidentId id, TaskStep.Tell result, CancellationToken cancellationToken) =>
        MustStay(id) || !await TakeThereAsync(id, result, cancellationToken)
            ? await here.EndAsync(id, result, cancellationToken)
            : null;

    /// <summary>A process that ends has no cluster any more by the time its last calls come back.</summary>
    private bool MustStay(IncidentId id) => homes.Has(id) || lifetime.ApplicationStopping.IsCancellationRequested;

    private async Task<bool> TakeThereAsync(IncidentId id, TaskStep.Tell result, CancellationToken cancellationToken)
    {
        try
        {
            var letter = Letters.Write(new TaskResult((TaskInput)result.Input, result.Blobs, result.WhenNothing), WireJson.Default.TaskResult);
            return await grains(id).FinishAsync(letter, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            NotTaken(id, e.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A result of {Incident} could not be taken to where it is at work; it is written here: {Reason}")]
    private partial void NotTaken(IncidentId incident, string reason);
}

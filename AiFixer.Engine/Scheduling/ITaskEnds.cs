using AiFixer.Core;
using AiFixer.Engine.Running;
using AiFixer.Engine.Tasks;

namespace AiFixer.Engine.Scheduling;

/// <summary>Where the result of a task goes.</summary>
internal interface ITaskEnds
{
    /// <returns>The incident with it when its work goes on here; otherwise null.</returns>
    Task<Held?> EndAsync(IncidentId id, TaskStep.Tell result, CancellationToken cancellationToken);
}

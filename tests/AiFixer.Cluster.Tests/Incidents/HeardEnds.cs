using AiFixer.Core;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using AiFixer.Engine.Tasks;

namespace AiFixer.Cluster.Tests.Incidents;

/// <summary>Hears which results are written here.</summary>
internal sealed class HeardEnds : ITaskEnds
{
    public List<TaskStep.Tell> Heard { get; } = [];

    public Task<Held?> EndAsync(IncidentId id, TaskStep.Tell result, CancellationToken cancellationToken)
    {
        Heard.Add(result);
        return Task.FromResult<Held?>(null);
    }
}

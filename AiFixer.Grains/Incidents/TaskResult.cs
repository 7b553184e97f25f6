using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Engine.Tasks;

namespace AiFixer.Grains.Incidents;

/// <summary>What became of a task, on its way to the incident.</summary>
internal sealed record TaskResult(TaskInput Input, IReadOnlyList<Blob> Blobs, TimeSpan WhenNothing)
{
    public TaskStep.Tell Step => new(Input, Blobs, WhenNothing);
}

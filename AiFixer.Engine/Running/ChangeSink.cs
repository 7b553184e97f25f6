using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Engine.Running;

/// <summary>Tells readers of a change, and workers of the work it leaves.</summary>
internal sealed class ChangeSink(ChangeFeed feed, WorkQueue queue, TimeProvider time) : IChangeSink
{
    public void Changed(Incident state, long version)
    {
        feed.Publish(state, version);
        if (state.Task is { IsWait: false, Started: false } task && (task.Due <= time.GetUtcNow() || task.Kind == TaskKind.Verify))
            queue.Offer(state.Id, task.Kind == TaskKind.Triage ? Lane.Alert : Lane.Lifecycle);
    }
}

using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Engine.Running;

/// <summary>Tells readers of a change, and workers of the work it leaves.</summary>
internal sealed class ChangeSink(ChangeFeed feed, WorkQueue queue, Rechecks rechecks, TimeProvider time) : IChangeSink
{
    public void Changed(Incident state, long version)
    {
        feed.Publish(state, version);
        if (state.Task is { IsWait: false, Started: false } task && (task.Due <= time.GetUtcNow() || task.Kind == TaskKind.Verify))
            Offer(state.Id, task);
    }

    /// <summary>What finds no room is found by its due time; watching begins long before its own.</summary>
    private void Offer(IncidentId id, OpenTask task)
    {
        var taken = queue.Offer(id, task.Kind == TaskKind.Triage ? Lane.Alert : Lane.Lifecycle);
        if (!taken && task.Kind == TaskKind.Verify)
            rechecks.Add(id, TimeSpan.Zero);
    }
}

using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Engine.Grouping;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Engine.Running;

/// <summary>Tells readers of a change, and workers of the work it leaves.</summary>
internal sealed class ChangeSink(
    ChangeFeed feed, WorkQueue queue, Rechecks rechecks, WorkflowRules rules, GroupHints hints, TimeProvider time) : IChangeSink
{
    public void Changed(Incident state, long version)
    {
        feed.Publish(state, version);
        if (!state.Status.IsOpen() && state.Group is null)
            hints.Forget(GroupKeys.Of(state.Alert, rules.Grouping));
        if (state.Task is { IsWait: false, Started: false } task && (task.Due <= time.GetUtcNow() || task.Kind == TaskKind.Verify))
            Offer(state, task);
    }

    /// <summary>What finds no room is found by its due time; watching begins long before its own.</summary>
    private void Offer(Incident state, OpenTask task)
    {
        var taken = queue.Offer(state.Id, WorkPlace.Of(state, rules.Grouping));
        if (!taken && task.Kind == TaskKind.Verify)
            rechecks.Add(state.Id, TimeSpan.Zero);
    }
}

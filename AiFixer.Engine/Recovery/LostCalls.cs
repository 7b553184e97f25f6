using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Tasks;

namespace AiFixer.Engine.Recovery;

/// <summary>
/// Finds out whether a call that was started is still in somebody's hands. It is lost when the lease is over under which it
/// was started, or when its sender, though alive, has not told its end for so long that it cannot be on its way any more:
/// from then on nobody sends it, and it can be looked up.
/// </summary>
internal sealed class LostCalls(CallsOut callsOut, ILease lease, CallWatch watch, WorkflowRules rules)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public async Task<TaskStep> LookAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        if (callsOut.Has(state.Id, task.Id))
            return TaskStep.Rest.Instance;
        // What we started and do not have on its way has come back, or never left.
        if (task.Sender is not { } sender || sender == lease.Id)
            return new TaskStep.Tell(new TaskInput.Interrupted(task.Id));
        if (!await lease.IsAliveAsync(sender, cancellationToken))
            return Gone(state, task, sender, new TaskInput.Interrupted(task.Id));
        return watch.Seen(state.Id, task.Id, sender) < Longest(state, task)
            ? new TaskStep.Later(BetweenLooks)
            : Gone(state, task, sender, new TaskInput.TimePassed(task.Id));
    }

    /// <summary>It leaves within the margin or not at all, is given up after its timeout, and may be told a little later.</summary>
    private TimeSpan Longest(Incident state, OpenTask task) => state.Action(task.Subject!).Traits.Timeout + (2 * rules.SendMargin);

    private TaskStep.Tell Gone(Incident state, OpenTask task, string sender, TaskInput news)
    {
        watch.Forget(state.Id, task.Id, sender);
        return new(news);
    }
}

using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Tasks;

namespace AiFixer.Engine.Recovery;

/// <summary>
/// Finds out whether a call that was started is still in somebody's hands. It is lost only when the lease is over under
/// which it was started: from then on nobody sends it any more, and it can be looked up.
/// </summary>
internal sealed class LostCalls(CallsOut callsOut, ILease lease)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public async Task<TaskStep> LookAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        if (callsOut.Has(state.Id, task.Id))
            return TaskStep.Rest.Instance;
        return await IsInOtherHandsAsync(task.Sender, cancellationToken)
            ? new TaskStep.Later(BetweenLooks)
            : new TaskStep.Tell(new TaskInput.Interrupted(task.Id));
    }

    /// <summary>What we started and do not have on its way has come back, or never left.</summary>
    private async Task<bool> IsInOtherHandsAsync(string? sender, CancellationToken cancellationToken) =>
        sender is not null && sender != lease.Id && await lease.IsAliveAsync(sender, cancellationToken);
}

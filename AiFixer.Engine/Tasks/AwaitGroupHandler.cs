using AiFixer.Core.Incidents;
using AiFixer.Engine.Running;

namespace AiFixer.Engine.Tasks;

/// <summary>Looks after the incident that this one follows, in case its news were lost or never sent.</summary>
internal sealed class AwaitGroupHandler(IncidentRunner runner) : ITaskHandler
{
    public TaskKind Kind => TaskKind.AwaitGroup;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var leader = await runner.ReadAsync(state.Group!.Leader, cancellationToken);
        if (leader is null)
            return new TaskStep.Tell(new TaskInput.LeaderSeen(task.Id, null));
        if (leader.State.Status.IsOpen() && (!leader.State.Leads || state.Severity < leader.State.Severity))
            await runner.TellAsync(leader.State.Id, new GroupInput.Followed(state.Severity), cancellationToken);
        return new TaskStep.Tell(new TaskInput.LeaderSeen(task.Id, LeaderNews.Of(leader.State)));
    }
}

using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Tasks;

/// <summary>Asks the store when the sender last reported the trouble.</summary>
internal sealed class RecheckHandler(IJournal journal) : ITaskHandler
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    public TaskKind Kind => TaskKind.Recheck;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken) =>
        await journal.LoadAsync(state.Id, cancellationToken) is { } stored
            ? new TaskStep.Tell(new TaskInput.SenderHeard(task.Id, stored.LastSeen))
            : new TaskStep.Later(AfterTrouble);
}

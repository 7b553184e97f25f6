using AiFixer.Core.Incidents;
using AiFixer.Core.Triage;

namespace AiFixer.Engine.Tasks;

internal sealed class TriageHandler : ITaskHandler
{
    public TaskKind Kind => TaskKind.Triage;

    public Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken) =>
        Task.FromResult<TaskStep>(new TaskStep.Tell(new TaskInput.TriageDone(task.Id, ErrorClassifier.Of(state.Alert))));
}

using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Tasks;

/// <summary>Lets a playbook act that needs no plugin; the claims that it takes decide whether it may.</summary>
internal sealed class HealHandler : ITaskHandler
{
    public TaskKind Kind => TaskKind.Heal;

    public Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken) =>
        Task.FromResult<TaskStep>(new TaskStep.Tell(new TaskInput.HealBegins(task.Id)));
}

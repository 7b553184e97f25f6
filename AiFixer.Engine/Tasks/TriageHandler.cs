using AiFixer.Core.Incidents;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Tasks;

/// <summary>Finds what kind of error it is, and the playbook that knows what to do about it.</summary>
internal sealed class TriageHandler(IPlaybooks playbooks) : ITaskHandler
{
    public TaskKind Kind => TaskKind.Triage;

    public Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var set = playbooks.Current;
        var error = set.Rules.Of(state.Alert);
        var match = set.Match(MatchQuestion.Of(state.Alert, error, state.Severity));
        return Task.FromResult<TaskStep>(new TaskStep.Tell(new TaskInput.TriageDone(task.Id, error, PlaybookUses.Of(match, state.Alert))));
    }
}

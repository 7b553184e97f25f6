using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Tasks;

internal sealed class DiagnoseHandler(IAnalyst analyst, IPluginHost plugins, WorkflowRules rules) : ITaskHandler
{
    public TaskKind Kind => TaskKind.Diagnose;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var answer = await analyst.DiagnoseAsync(state, cancellationToken);
        if (answer.Unavailable is { } reason && task.Attempt < rules.MaxAttempts)
            return new TaskStep.Tell(new TaskInput.Broke(task.Id, reason, Retryable: true));
        var suggestions = answer.Diagnosis.Suggestions
            .Select(suggestion => suggestion with { Risk = plugins.Find(suggestion.Request.Plugin)?.Risk })
            .ToImmutableList();
        var diagnosis = answer.Diagnosis with { Suggestions = suggestions };
        return new TaskStep.Tell(new TaskInput.DiagnosisDone(task.Id, diagnosis), answer.Blobs, TimeSpan.Zero);
    }
}

using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Core.Ports;
using AiFixer.Engine.Investigations;
using AiFixer.Plugins;

namespace AiFixer.Engine.Tasks;

internal sealed class DiagnoseHandler(
    IAnalyst analyst, IPluginHost plugins, InvestigationPlaces places, WorkflowRules rules, TimeProvider time) : ITaskHandler
{
    public TaskKind Kind => TaskKind.Diagnose;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var pause = InvestigationPause.Of(state, time.GetUtcNow());
        using var place = places.TryEnter(state, pause, out var full);
        if (place is null)
            return new TaskStep.Tell(new TaskInput.HeldBack(task.Id, full, time.GetUtcNow() + pause));
        var answer = await analyst.DiagnoseAsync(state, cancellationToken);
        if (answer.Unavailable is { } reason && task.Attempt < rules.MaxAttempts)
            return new TaskStep.Tell(new TaskInput.Broke(task.Id, reason, Retryable: true));
        var suggestions = answer.Diagnosis.Suggestions
            .Select(suggestion => suggestion with { Risk = Highest(plugins.Find(suggestion.Request.Plugin)?.Risk, suggestion.Risk) })
            .ToImmutableList();
        var diagnosis = answer.Diagnosis with { Suggestions = suggestions };
        return new TaskStep.Tell(new TaskInput.DiagnosisDone(task.Id, diagnosis), answer.Blobs, TimeSpan.Zero);
    }

    /// <summary>The analyst may raise a plugin's own risk, never lower it.</summary>
    private static PluginRisk? Highest(PluginRisk? own, PluginRisk? said) => own < said ? said : own;
}

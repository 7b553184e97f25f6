using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Investigations;
using AiFixer.Plugins;

namespace AiFixer.Engine.Tasks;

internal sealed class DiagnoseHandler(
    IAnalyst analyst, IPluginHost plugins, InvestigationPlaces places, WorkflowRules rules, TimeProvider time) : ITaskHandler
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public TaskKind Kind => TaskKind.Diagnose;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        using var place = places.TryEnter(state, out var running);
        if (place is null)
            return new TaskStep.Tell(HeldBack(state, task, running));
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

    /// <summary>The longer it has waited, the longer until it asks again.</summary>
    private TaskInput.HeldBack HeldBack(Incident state, OpenTask task, int running)
    {
        var now = time.GetUtcNow();
        var wait = TimeSpan.FromTicks(Math.Clamp((now - state.OpenedAt).Ticks / 4, ShortestWait.Ticks, LongestWait.Ticks));
        return new(task.Id, $"{running} investigations run already, as many as may at once.", now + wait);
    }
}

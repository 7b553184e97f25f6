using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Recovery;
using AiFixer.Engine.Running;
using AiFixer.Engine.Tasks;
using AiFixer.Engine.Telemetry;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Scheduling;

/// <summary>Does what one incident owes now, step after step, until it only waits.</summary>
internal sealed partial class IncidentWork(
    IncidentRunner runner, TaskHandlers handlers, ITaskEnds ends, LostCalls lostCalls, WorkQueue queue, Rechecks rechecks, TimeProvider time, ILogger<IncidentWork> logger)
{
    /// <param name="stopping">No further step is begun.</param>
    /// <param name="cancellationToken">A step under way is given up.</param>
    public async Task RunAsync(IncidentId id, CancellationToken stopping, CancellationToken cancellationToken)
    {
        var held = await runner.FindAsync(id, cancellationToken);
        while (held?.State.Task is { } task && !stopping.IsCancellationRequested)
        {
            var step = await StepAsync(held.State, task, cancellationToken);
            held = step switch
            {
                TaskStep.Tell tell => await EndAsync(id, task, tell, cancellationToken),
                TaskStep.Told told => told.Held,
                TaskStep.Later later => Later(id, later.Wait),
                _ => null,
            };
            queue.Seen(id);
        }
    }

    private async Task<TaskStep> StepAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        if (task.Started)
            return await lostCalls.LookAsync(state, task, cancellationToken);
        var due = task.Due <= time.GetUtcNow();
        if (task.IsWait && !handlers.Know(task.Kind))
            return due ? await TracedAsync(state, task, () => Task.FromResult<TaskStep>(new TaskStep.Tell(new TaskInput.TimePassed(task.Id)))) : TaskStep.Rest.Instance;
        if (!due && task is not { Kind: TaskKind.Verify, Attempt: 1 })
            return TaskStep.Rest.Instance;
        return await TracedAsync(state, task, () => TryAsync(state, task, cancellationToken));
    }

    private async Task<TaskStep> TracedAsync(Incident state, OpenTask task, Func<Task<TaskStep>> work)
    {
        using var span = IncidentSpans.Step(state, task);
        var begun = time.GetTimestamp();
        var step = await work();
        EngineInstruments.Ran(task.Kind, step is TaskStep.Tell { Input: TaskInput.Broke } ? "broke" : "done", time.GetElapsedTime(begun));
        return span?.Ended(step) ?? step;
    }

    private async Task<TaskStep> TryAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        try
        {
            return await handlers.RunAsync(state, task, cancellationToken);
        }
        catch (Exception e) when (e is not JournalUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            TaskThrew(e, state.Id, task.Kind);
            return new TaskStep.Tell(new TaskInput.Broke(task.Id, $"{e.GetType().Name}: {e.Message}", Retryable: true));
        }
    }

    /// <summary>A result of which nothing can be made counts as a failed try, so that a person hears of it in the end.</summary>
    private async Task<Held?> EndAsync(IncidentId id, OpenTask task, TaskStep.Tell tell, CancellationToken cancellationToken)
    {
        try
        {
            return await ends.EndAsync(id, tell, cancellationToken);
        }
        catch (Exception e) when (e is not JournalUnavailableException && tell.Input is not TaskInput.Broke && !cancellationToken.IsCancellationRequested)
        {
            ResultThrew(e, id, task.Kind);
            return await ends.EndAsync(id, new(new TaskInput.Broke(task.Id, $"{e.GetType().Name}: {e.Message}", Retryable: true)), cancellationToken);
        }
    }

    private Held? Later(IncidentId id, TimeSpan wait)
    {
        rechecks.Add(id, wait);
        return null;
    }

    [LoggerMessage(LogLevel.Error, "What {Task} of {Incident} brought cannot be taken; it counts as a failed try")]
    private partial void ResultThrew(Exception e, IncidentId incident, TaskKind task);

    [LoggerMessage(LogLevel.Error, "{Task} of {Incident} threw; it counts as a failed try")]
    private partial void TaskThrew(Exception e, IncidentId incident, TaskKind task);
}

using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>A task that broke is tried again after a growing pause, then a person is asked.</summary>
internal static class Retrying
{
    public static Decision Broke(Draft draft, OpenTask task, TaskInput.Broke broke)
    {
        if (task.Started)
            return Reconciling.Start(draft, task, broke.Error).Done();
        return broke.Retryable && Again(draft, task) is { } again
            ? draft.Add(new TaskRetried(broke.Error, again)).Done()
            : GiveUp(draft, task, broke.Error).Done();
    }

    /// <summary>The next try; null after the last.</summary>
    public static OpenTask? Again(Draft draft, OpenTask task)
    {
        if (task.Attempt >= draft.Rules.MaxAttempts)
            return null;
        var pause = draft.Rules.RetryPause * Math.Pow(2, task.Attempt - 1);
        return draft.Task(task.Kind, pause, task.Subject) with { Attempt = task.Attempt + 1 };
    }

    private static Draft GiveUp(Draft draft, OpenTask task, string error) => task.Kind switch
    {
        TaskKind.Reconcile => Reconciling.GiveUp(draft, task, error),
        TaskKind.RunAction when draft.State.Action(task.Subject!).Sent > 0 => Refusing.Again(draft, task, error),
        _ => Escalating.To(draft, $"{Name(task.Kind)} failed after {task.Attempt} tries: {error}"),
    };

    private static string Name(TaskKind kind) => kind switch
    {
        TaskKind.Diagnose => "The diagnosis",
        TaskKind.Propose => "Planning the fix",
        TaskKind.RunAction => "The fix",
        TaskKind.Verify => "Watching the fix",
        _ => kind.ToString(),
    };
}

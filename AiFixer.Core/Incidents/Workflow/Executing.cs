using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Runs granted actions, one after the other. Nothing leaves before it is in the journal that it may.</summary>
internal static class Executing
{
    public static Decision Handle(Draft draft, OpenTask task, TaskInput input) => (task.Started, input) switch
    {
        (false, _) when Reconciling.MayArrive(draft, draft.State.Action(task.Subject!), draft.Now) => Reconciling.WaitToSend(draft, task),
        (false, TaskInput.ReadyToSend ready) => Starting.Start(draft, task, ready),
        (false, TaskInput.CannotSend cannot) => Stale(draft, task, cannot.Reason),
        (false, TaskInput.ClaimDenied denied) => Starting.Denied(draft, task, denied),
        (true, TaskInput.Sent sent) => Sent(draft, task, sent.Result),
        (true, TaskInput.Interrupted) => Reconciling.Start(draft, task, "The process that sent it is gone.").Done(),
        (true, TaskInput.TimePassed) => Reconciling.Start(draft, task, "No answer came back in time.").Done(),
        _ => Decision.Nothing.Instance,
    };

    public static Decision Resume(Draft draft, OpenTask task) =>
        draft.Add(new ActionResumed(task.Subject!, draft.Task(TaskKind.RunAction, subject: task.Subject))).Done();

    /// <summary>What follows an action that is done: the next one, watching, or a person.</summary>
    public static Draft GoOn(Draft draft)
    {
        if (draft.State.Phase == Phase.Undoing)
            return Undoing.GoOn(draft);
        return draft.State.PlannedNow().Any() ? draft : Verifying.Start(draft);
    }

    /// <summary>The task for the next planned action; null after the last and while undoing.</summary>
    public static OpenTask? NextTask(Draft draft, string finished)
    {
        if (draft.State.Action(finished).UndoOf is not null)
            return null;
        var next = draft.State.PlannedNow().FirstOrDefault(action => action.Id != finished);
        return next is null ? null : draft.Task(TaskKind.RunAction, subject: next.Id);
    }

    /// <summary>What was approved no longer fits the world.</summary>
    public static Decision Stale(Draft draft, OpenTask task, string reason)
    {
        draft.Add(new ActionFinished(task.Subject!, ActionStatus.Stale, reason, null));
        var action = draft.State.Action(task.Subject!);
        if (action.UndoOf is not null)
            return Undoing.GoOn(draft).Done();
        Healing.Refused(draft, action.Id, "The world had changed: it was refused, and nothing was done.");
        if (draft.State.ProposedNow().Any(other => other.Status == ActionStatus.Succeeded))
            return Undoing.Start(draft, $"The plan was carried out in part, then the world had changed: {reason}").Done();
        if (action.RequestedBy is { } asker && !Intake.IsOver(draft.State))
            return Escalating.To(draft, $"What {asker.Name} asked for does not fit any more: {reason}").Done();
        return Intake.IsOver(draft.State) ? Intake.Close(draft).Done() : (Healing.UsedUp(draft, reason) ?? Proposing.Start(draft)).Done();
    }

    private static Decision Sent(Draft draft, OpenTask task, ExecuteResult result) => result switch
    {
        { NotSent: true, Outcome: ExecuteOutcome.NotDone } => NotSent(draft, task, result.Message).Done(),
        { Outcome: ExecuteOutcome.Unknown } => Reconciling.Start(draft, task, result.Message).Done(),
        { Outcome: ExecuteOutcome.Done } => Succeeded(draft, task.Subject!, result.Message),
        // What refused this sending may be an earlier one that arrived later than anything should.
        { Stale: true } when draft.State.Action(task.Subject!).Sent > 1 => Reconciling.Start(draft, task, result.Message).Done(),
        { Stale: true } => Stale(draft, task, result.Message),
        _ => Failed(draft, task, result.Message),
    };

    /// <summary>Nothing left, so nothing failed: it is tried again, and given up after so many tries.</summary>
    private static Draft NotSent(Draft draft, OpenTask task, string reason)
    {
        var isOver = Intake.IsOver(draft.State);
        var again = Retrying.Again(draft, task);
        draft.Add(new ActionNotSent(task.Subject!, reason, again));
        if (isOver)
            return Intake.Close(draft);
        return again is null ? NeverSent(draft, task.Subject!, $"it could not be sent in {task.Attempt} tries: {reason}") : draft;
    }

    private static Draft NeverSent(Draft draft, string id, string reason)
    {
        draft.Add(new ActionFinished(id, ActionStatus.Failed, reason, null));
        return draft.State.Action(id).UndoOf is null ? Undoing.Start(draft, $"The fix was not carried out: {reason}") : Undoing.GoOn(draft);
    }

    private static Decision Succeeded(Draft draft, string action, string message)
    {
        draft.Add(new ActionFinished(action, ActionStatus.Succeeded, message, NextTask(draft, action)));
        return GoOn(draft).Done();
    }

    private static Decision Failed(Draft draft, OpenTask task, string message)
    {
        draft.Add(new ActionFinished(task.Subject!, ActionStatus.Failed, message, null));
        return draft.State.Action(task.Subject!).UndoOf is null
            ? Undoing.Start(draft, $"The fix could not be carried out: {message}").Done()
            : Undoing.GoOn(draft).Done();
    }
}

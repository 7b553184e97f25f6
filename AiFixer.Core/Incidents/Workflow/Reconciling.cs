using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>An action whose outcome is unknown is looked up, never blindly repeated.</summary>
internal static class Reconciling
{
    public static Draft Start(Draft draft, OpenTask task, string reason) =>
        draft.Add(new OutcomeUnknown(task.Subject!, reason, draft.Task(TaskKind.Reconcile, subject: task.Subject)));

    public static Decision Looked(Draft draft, OpenTask task, Observation seen) => seen.Applied switch
    {
        ExecuteOutcome.Done => Done(draft, task.Subject!, seen),
        ExecuteOutcome.NotDone => NotDone(draft, task.Subject!, seen),
        _ => Retrying.Broke(draft, task, new TaskInput.Broke(task.Id, seen.Details, Retryable: true)),
    };

    /// <summary>Looking cannot tell: a person decides.</summary>
    public static Draft GiveUp(Draft draft, OpenTask task, string reason)
    {
        var action = draft.State.Action(task.Subject!);
        draft.Add(new OutcomeFound(action.Id, ExecuteOutcome.Unknown, reason, null));
        return Escalating.To(draft, $"Nobody can tell whether {action.Request.Plugin} happened: {reason}");
    }

    private static Decision Done(Draft draft, string action, Observation seen)
    {
        draft.Add(new OutcomeFound(action, ExecuteOutcome.Done, seen.Details, Executing.NextTask(draft, action)));
        return Executing.GoOn(draft).Done();
    }

    private static Decision NotDone(Draft draft, string id, Observation seen)
    {
        var action = draft.State.Action(id);
        if (action.Traits.MaySendAgain() && action.Sent < draft.Rules.MaxAttempts)
        {
            var again = draft.Task(TaskKind.RunAction, subject: id);
            return draft.Add(new OutcomeFound(id, ExecuteOutcome.NotDone, seen.Details, again)).Done();
        }

        draft.Add(new OutcomeFound(id, ExecuteOutcome.NotDone, seen.Details, null));
        var why = action.Traits.MaySendAgain() ? $"though it was sent {action.Sent} times" : "and sending it again might do it twice";
        return Escalating.To(draft, $"{action.Request.Plugin} did not happen, {why}.").Done();
    }
}

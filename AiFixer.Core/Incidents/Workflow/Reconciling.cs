using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>An action whose outcome is unknown is looked up, never blindly repeated.</summary>
internal static class Reconciling
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MostOfALook = TimeSpan.FromMinutes(1);

    public static Draft Start(Draft draft, OpenTask task, string reason)
    {
        // Counted from now: the clock of whoever sent it may have been another. Whoever looks later may have another one too,
        // so the claim counts it by the database's, and to the end of a look, which is as old as its beginning.
        var wait = Longest(draft, draft.State.Action(task.Subject!));
        var settles = draft.Now + wait;
        draft.Claim(new Claim(Settling(draft, task), wait));
        return draft.Add(new OutcomeUnknown(task.Subject!, reason, draft.Task(TaskKind.Reconcile, subject: task.Subject), settles));
    }

    public static Decision Looked(Draft draft, OpenTask task, TaskInput.Looked looked) => looked.Seen.Applied switch
    {
        ExecuteOutcome.Done => Done(draft, task.Subject!, looked.Seen),
        ExecuteOutcome.NotDone => NotDone(draft, task, looked),
        _ => CannotTell(draft, task, looked.Seen.Details),
    };

    /// <summary>By the clock of whoever looked it was too late for the call to arrive, by the database's it is not.</summary>
    public static Decision Denied(Draft draft, OpenTask task, TaskInput.ClaimDenied denied) =>
        LookAgain(draft, task, denied.Until ?? draft.Now + draft.Rules.SendMargin);

    /// <summary>Looking cannot tell: a person decides.</summary>
    public static Draft GiveUp(Draft draft, OpenTask task, string reason)
    {
        var action = draft.State.Action(task.Subject!);
        draft.Add(new OutcomeFound(action.Id, ExecuteOutcome.Unknown, reason, null));
        return Escalating.To(draft, $"Nobody can tell whether {action.Request.Plugin} happened: {reason}");
    }

    private static string Settling(Draft draft, OpenTask task) => ClaimKeys.Settling(draft.State.Id, task.Subject!);

    private static Decision Done(Draft draft, string action, Observation seen)
    {
        draft.Add(new OutcomeFound(action, ExecuteOutcome.Done, seen.Details, Executing.NextTask(draft, action)));
        return Executing.GoOn(draft).Done();
    }

    /// <summary>Only when the call cannot arrive any more is it sent again, told not to have happened, or left at that.</summary>
    private static Decision NotDone(Draft draft, OpenTask task, TaskInput.Looked looked)
    {
        var action = draft.State.Action(task.Subject!);
        if (MayArrive(draft, action, looked.Began(draft.Now)))
            return LookOnAndOff(draft, task, action.SettlesAt!.Value);
        if (looked.Took > LongestLook(draft, action))
            return CannotTell(draft, task, $"The look took {looked.Took.TotalSeconds:0} s, and much can happen meanwhile.");
        draft.Claim(new Claim(Settling(draft, task), Moment, Once: true));
        var found = new OutcomeFound(action.Id, ExecuteOutcome.NotDone, looked.Seen.Details, null);
        if (Intake.IsOver(draft.State.Apply(found, draft.Now)))
            return Intake.Close(draft.Add(found)).Done();
        if (action.Traits.MaySendAgain() && action.Sent < draft.Rules.MaxAttempts)
            return draft.Add(found with { Next = draft.Task(TaskKind.RunAction, subject: action.Id) }).Done();
        return action.Traits.MaySendAgain()
            ? Escalating.To(DidNot(draft, found, $"It did not happen, though it was sent {action.Sent} times."), $"{action.Request.Plugin} did not happen, though it was sent {action.Sent} times.").Done()
            : Escalating.To(DidNot(draft, found, "It did not happen, and sending it again might do it twice."), $"{action.Request.Plugin} did not happen, and sending it again might do it twice.").Done();
    }

    /// <summary>Whether the call may still have been on its way then, by our clock. A clock that says that it may be for longer than it
    /// ever can was another one: then only the database's counts.</summary>
    public static bool MayArrive(Draft draft, IncidentAction action, DateTimeOffset then) =>
        action.SettlesAt is { } settles && then < settles && settles - draft.Now <= Longest(draft, action);

    /// <summary>What the release before would send again at once may be under way when this one takes over.</summary>
    public static Decision WaitToSend(Draft draft, OpenTask task)
    {
        var settles = draft.State.Action(task.Subject!).SettlesAt!.Value;
        var look = draft.Task(TaskKind.Reconcile, settles - draft.Now, task.Subject);
        return draft.Add(new OutcomeUnknown(task.Subject!, $"It was not there, but until {settles:u} the call may still be on its way.", look, settles)).Done();
    }

    private static Draft DidNot(Draft draft, OutcomeFound found, string told) =>
        draft.Add(found).Add(new ActionFinished(found.Action, ActionStatus.Failed, told, null));

    private static TimeSpan Longest(Draft draft, IncidentAction action) =>
        action.Traits.Timeout + draft.Rules.SendMargin + LongestLook(draft, action);

    private static TimeSpan LongestLook(Draft draft, IncidentAction action) =>
        new(Math.Max(Math.Min(action.Traits.Timeout.Ticks, MostOfALook.Ticks), draft.Rules.SendMargin.Ticks));

    private static Decision CannotTell(Draft draft, OpenTask task, string why) =>
        Retrying.Broke(draft, task, new TaskInput.Broke(task.Id, why, Retryable: true));

    /// <summary>What is not there yet may still be on its way: that it did not happen can only be said later.</summary>
    private static Decision LookOnAndOff(Draft draft, OpenTask task, DateTimeOffset settles)
    {
        var left = (settles - draft.Now).Ticks;
        return LookAgain(draft, task, settles, new(Math.Min(left, Math.Max(left / 4, ShortestPause.Ticks))));
    }

    private static Decision LookAgain(Draft draft, OpenTask task, DateTimeOffset settles) => LookAgain(draft, task, settles, settles - draft.Now);

    private static Decision LookAgain(Draft draft, OpenTask task, DateTimeOffset settles, TimeSpan wait)
    {
        var again = draft.Task(TaskKind.Reconcile, wait, task.Subject) with { Attempt = task.Attempt };
        return draft.Add(new TaskRetried($"It is not there, but until {settles:u} the call may still be on its way.", again)).Done();
    }
}

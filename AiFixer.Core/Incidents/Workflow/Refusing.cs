using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>What happens to an action that must not leave.</summary>
internal static class Refusing
{
    /// <summary>Its grant is no good: what merely got old is asked about again, anything else is in a person's hands.</summary>
    public static Decision Grant(Draft draft, OpenTask task, GrantProblem problem)
    {
        draft.Add(new GrantRefused(task.Subject!, draft.State.GrantFor(task.Subject!)?.Id ?? "", problem.Fault, problem.Reason));
        // What is to be taken back stays owed: nobody is asked about it anew.
        if (draft.State.Action(task.Subject!).UndoOf is not null)
            return ToPerson(draft, task, ActionStatus.Failed, problem.Reason).Done();
        return problem.Fault is GrantFault.Unsigned or GrantFault.UnknownKey or GrantFault.Expired or GrantFault.OtherPolicy
            ? Executing.Stale(draft, task, problem.Reason)
            : ToPerson(draft, task, ActionStatus.Stale, problem.Reason).Done();
    }

    /// <summary>Somebody stopped AiFixer: whatever was granted before, a person goes on.</summary>
    public static Draft Stopped(Draft draft, OpenTask task, KillSwitch stop) =>
        ToPerson(draft, task, ActionStatus.Failed, stop.Sentence);

    /// <summary>Nobody here knows any more whether it was done: people are asked again, about the world as it is now. Where a part was done
    /// already, neither going on nor taking it back is for a machine.</summary>
    public static Decision MayBeDone(Draft draft, OpenTask task, SetBack back)
    {
        var action = draft.State.Action(task.Subject!);
        if (action.Sent > 0)
            return Reconciling.GiveUp(draft, task, back.Sentence).Done();
        return action.UndoOf is null && !draft.State.ProposedNow().Any(other => other.Status == ActionStatus.Succeeded)
            ? Executing.Stale(draft, task, back.Sentence)
            : ToPerson(draft, task, ActionStatus.Failed, back.Sentence).Done();
    }

    /// <summary>People are asked about what has not left; what was sent once, and did not happen, is no question of yes or no.</summary>
    public static Draft Again(Draft draft, OpenTask task, string reason) => ToPerson(draft, task, ActionStatus.Failed, reason);

    /// <summary>It was put out of reach since what it takes back was done.</summary>
    public static Draft Fenced(Draft draft, OpenTask task, string reason) => ToPerson(draft, task, ActionStatus.Failed, reason);

    private static Draft ToPerson(Draft draft, OpenTask task, ActionStatus status, string reason)
    {
        var action = draft.State.Action(task.Subject!);
        var isFirst = action.Sent == 0;
        var told = isFirst ? $"It was not sent. {reason}" : $"It did not happen and was not sent again. {reason}";
        draft.Add(new ActionFinished(action.Id, status, told, null));
        var plugin = action.Request.Plugin;
        return Escalating.To(draft, isFirst ? $"{plugin} was not sent. {reason}" : $"{plugin} did not happen and was not sent again. {reason}");
    }
}

using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Grouping;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>An incident that others follow: it is as bad as the worst of them, and tells them its end.</summary>
internal static class Leading
{
    public static Decision Followed(Draft draft, GroupInput.Followed news)
    {
        var state = draft.State;
        return state.Status.IsOpen() && (!state.Leads || news.Worst < state.Severity)
            ? draft.Add(new GroupGrew(news.Worst)).Done()
            : Decision.Nothing.Instance;
    }

    /// <summary>It is closed: whoever comes now finds another leader or becomes one.</summary>
    public static Draft End(Draft draft)
    {
        if (draft.State.Group is not null)
            return draft;
        foreach (var key in GroupKeys.Of(draft.State.Alert, draft.Rules.Grouping))
            draft.Release(key);
        return draft.State.Leads ? draft.Add(new GroupEnding(draft.Task(TaskKind.TellGroup))) : draft;
    }

    /// <summary>Nobody is left to tell.</summary>
    public static Decision Told(Draft draft) => draft.Add(new GroupEnded()).Done();

    /// <summary>It is tried until it is done: there is nobody else to do it.</summary>
    public static Decision Broke(Draft draft, OpenTask task)
    {
        var pause = draft.Rules.RetryPause * Math.Pow(2, Math.Min(task.Attempt, 6));
        return draft.Add(new GroupEnding(draft.Task(TaskKind.TellGroup, pause) with { Attempt = task.Attempt + 1 })).Done();
    }
}

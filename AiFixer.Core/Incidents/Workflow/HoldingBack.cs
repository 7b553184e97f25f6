using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>An investigation for which there is no room now: it says so and is tried again.</summary>
internal static class HoldingBack
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestOwnPause = TimeSpan.FromMinutes(5);

    /// <summary>Counts the investigation that begins.</summary>
    public static Draft Count(Draft draft)
    {
        var most = draft.Rules.Investigations.PerHour;
        return most > 0 && !draft.Rules.Grouping.Bypasses(draft.State.Severity)
            ? draft.Claim(new Claim(ClaimKeys.Investigations(AlertOrigin.Of(draft.State.Alert)), Hour, most))
            : draft;
    }

    /// <summary>There is always room for it now.</summary>
    public static Draft Hurry(Draft draft, OpenTask task)
    {
        var now = draft.Task(task.Kind, subject: task.Subject) with { Attempt = task.Attempt };
        return draft.Add(new InvestigationHeldBack($"Its alert is {draft.State.Severity} now: it is investigated at once.", now));
    }

    public static Decision Wait(Draft draft, OpenTask task, TaskInput.HeldBack held)
    {
        // It became so while there was no room.
        if (draft.Rules.Grouping.Bypasses(draft.State.Severity))
            return Hurry(draft, task).Done();
        var wait = TimeSpan.FromTicks(Math.Max((held.Until - draft.Now).Ticks, OwnPause(draft).Ticks));
        var again = draft.Task(task.Kind, wait, task.Subject) with { Attempt = task.Attempt };
        return draft.Add(new InvestigationHeldBack(held.Reason, again)).Done();
    }

    /// <summary>Each try is an entry: the longer it has waited, the seldomer it asks.</summary>
    private static TimeSpan OwnPause(Draft draft) =>
        TimeSpan.FromTicks(Math.Clamp((draft.Now - draft.State.OpenedAt).Ticks / 8, ShortestPause.Ticks, LongestOwnPause.Ticks));
}

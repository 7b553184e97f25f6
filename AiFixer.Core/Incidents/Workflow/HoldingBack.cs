using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>An investigation for which there is no room now: it says so and is tried again.</summary>
internal static class HoldingBack
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    /// <summary>Counts the investigation that begins.</summary>
    public static Draft Count(Draft draft)
    {
        var most = draft.Rules.Investigations.PerHour;
        return most > 0 && !draft.Rules.Grouping.Bypasses(draft.State.Severity)
            ? draft.Claim(new Claim(ClaimKeys.Investigations(draft.State.Alert.Source), Hour, most))
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
        var wait = held.Until - draft.Now;
        var again = draft.Task(task.Kind, wait < ShortestPause ? ShortestPause : wait, task.Subject) with { Attempt = task.Attempt };
        return draft.Add(new InvestigationHeldBack(held.Reason, again)).Done();
    }
}

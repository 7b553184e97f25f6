using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Puts an incident into a person's hands: still open, and it keeps reminding.</summary>
internal static class Escalating
{
    public static Draft To(Draft draft, string reason, string to = "")
    {
        Ending.WithdrawCard(draft, "The incident is in a person's hands now.");
        HealLog.End(draft, HealResult.Failed, reason);
        return draft.Add(new Escalated(reason, to, Reminder(draft)));
    }

    public static Draft TakeOver(Draft draft, Person by) => draft.Add(new TakenOver(by, Reminder(draft)));

    public static Decision Remind(Draft draft) =>
        draft.Add(new Reminded(draft.State.Escalation!.Reminders + 1, Reminder(draft))).Done();

    private static OpenTask Reminder(Draft draft) => draft.Task(TaskKind.Remind, draft.Rules.ReminderInterval);
}

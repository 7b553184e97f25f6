using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Writes down that a granted call may leave, with the claims it takes; or what follows when one is not to be had.</summary>
internal static class Starting
{
    public static Decision Start(Draft draft, OpenTask task, TaskInput.ReadyToSend ready)
    {
        var reading = ready.Reading;
        var action = draft.State.Action(task.Subject!);
        var grant = draft.State.GrantFor(action.Id);
        if (GrantChecks.Why(grant, action, reading, draft.Now) is { } reason)
            return Executing.Stale(draft, task, reason);
        if (NeedsQuota(draft.State, action.Id) && draft.Rules.Policy.AutomaticFixesPerHour <= 0)
            return Proposing.AskAfterAll(draft, "quota", "No automatic fixes are allowed.").Done();
        // Sending again what did not happen is still the first use of its grant.
        if (action.StartedAt is null)
            ClaimGrant(draft, grant!);
        draft.Claim(new Claim(ClaimKeys.Cooldown((action.Plan ?? reading).Target), draft.Rules.Policy.Cooldown));
        var due = draft.Now + action.Traits.Timeout + draft.Rules.SendMargin;
        var started = task with { Started = true, Due = due, Sender = ready.Sender };
        return draft.Add(new ActionStarted(action.Id, action.Plan is null ? reading : null, started)).Done();
    }

    public static Decision Denied(Draft draft, OpenTask task, TaskInput.ClaimDenied denied)
    {
        if (denied.Key.StartsWith(ClaimKeys.Grant(""), StringComparison.Ordinal))
            return GrantUsed(draft, task).Done();
        if (Intake.IsOver(draft.State))
            return Intake.Close(draft).Done();
        if (denied.Key.StartsWith(ClaimKeys.AutomaticFixes, StringComparison.Ordinal) && NeedsQuota(draft.State, task.Subject!))
            return Proposing.AskAfterAll(draft, "quota", "The quota of automatic fixes for this hour is used up.").Done();
        var until = denied.Until ?? draft.Now + draft.Rules.Policy.Cooldown;
        var reason = $"The target is left alone until {until:u}: {denied.Holder} acted on it.";
        return draft.Add(new ActionPostponed(task.Subject!, reason, draft.Task(TaskKind.RetryLater, until - draft.Now, task.Subject))).Done();
    }

    private static void ClaimGrant(Draft draft, Grant grant)
    {
        draft.Claim(new Claim(ClaimKeys.Grant(grant.Id), Once: true));
        if (NeedsQuota(draft.State, grant.ActionId))
            draft.Claim(new Claim(ClaimKeys.AutomaticFixes, TimeSpan.FromHours(1), draft.Rules.Policy.AutomaticFixesPerHour));
    }

    private static Draft GrantUsed(Draft draft, OpenTask task)
    {
        const string reason = "Its grant was used before.";
        draft.Add(new ActionFinished(task.Subject!, ActionStatus.Stale, reason, null));
        return Escalating.To(draft, $"{draft.State.Action(task.Subject!).Request.Plugin} was not sent. {reason}");
    }

    /// <summary>Taking back what did not help is never held up by a quota.</summary>
    private static bool NeedsQuota(Incident state, string action) =>
        state.GrantFor(action) is { Automatic: true } && state.Action(action).UndoOf is null;
}

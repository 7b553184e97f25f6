using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Writes down that a granted call may leave, with the claims it takes; or what follows when it may not.</summary>
internal static class Starting
{
    public static Decision Start(Draft draft, OpenTask task, TaskInput.ReadyToSend ready)
    {
        var action = draft.State.Action(task.Subject!);
        var facts = ready.Facts ?? PolicyFacts.None;
        if (facts.Stopped is { } stop)
            return Refusing.Stopped(draft, task, stop).Done();
        if (draft.State.Actions.Find(other => IsInTheWay(draft, other, ready.Reading)) is { } late)
            return Postpone(draft, task, $"{late.Request.Plugin} was sent to the same target and may still arrive until {late.SettlesAt:u}.", late.SettlesAt!.Value).Done();
        if (GrantChecks.Find(draft.State, action, draft.Rules, draft.Now) is { } problem)
            return Refusing.Grant(draft, task, problem);
        var grant = draft.State.GrantFor(action.Id)!;
        if (facts.SetBack is { } back && PlannedAt(draft, grant) < back.At)
            return Refusing.MayBeDone(draft, task, back);
        if (GrantChecks.Changed(grant, action, ready.Reading) is { } reason)
            return Executing.Stale(draft, task, reason);
        return Judge(draft, task, grant, ready.Reading, facts) ?? Leave(draft, task, grant, ready);
    }

    public static Decision Denied(Draft draft, OpenTask task, TaskInput.ClaimDenied denied)
    {
        if (denied.Key.StartsWith(ClaimKeys.Grant(""), StringComparison.Ordinal))
            return Refusing.Grant(draft, task, Used(draft.State.Action(task.Subject!)));
        if (Intake.IsOver(draft.State))
            return Intake.Close(draft).Done();
        if (draft.State.Playbook is not null && HealClaims.Are(denied.Key))
            return Healing.Denied(draft, denied).Done();
        if (Budgets.Has(denied.Key) && NeedsBudget(draft.State, task.Subject!))
            return Ask(draft, task, "quota", Budgets.UsedUp(denied.Key));
        var until = denied.Until ?? draft.Now + draft.Rules.Policy.Cooldown;
        var reason = $"The target is left alone until {until:u}: {denied.Holder} acted on it.";
        return Postpone(draft, task, reason, until).Done();
    }

    private static Draft Postpone(Draft draft, OpenTask task, string reason, DateTimeOffset until) =>
        draft.Add(new ActionPostponed(task.Subject!, reason, draft.Task(TaskKind.RetryLater, until - draft.Now, task.Subject)));

    /// <summary>Nobody knows what became of another call to the same target, and it may come after this one.</summary>
    private static bool IsInTheWay(Draft draft, IncidentAction other, ActionPlan reading) =>
        other.Status == ActionStatus.Unknown
        && other.Plan?.Target.Key == reading.Target.Key
        && Reconciling.MayArrive(draft, other, draft.Now);

    /// <summary>The policy once more, by what is so now; null when the action may leave. Taking back what did not help is held up only by
    /// what was put out of reach since.</summary>
    private static Decision? Judge(Draft draft, OpenTask task, Grant grant, ActionPlan reading, PolicyFacts facts)
    {
        var action = draft.State.Action(grant.ActionId);
        var again = PolicyEngine.DecideAgain(draft.State, action, reading, draft.Rules.Policy, facts, draft.Now);
        if (action.UndoOf is not null)
            return again.Opinions.Find(IsOutOfReach) is { } fence ? Refusing.Fenced(draft, task, fence.Reason).Done() : null;
        if (again.Opinions.Find(opinion => opinion.Outcome == PolicyOutcome.Escalate) is { } against)
            return Executing.Stale(draft, task, against.Reason);
        if (!grant.Automatic)
            return null;
        if (again.Opinions.Find(opinion => opinion.Outcome == PolicyOutcome.RequireApproval) is { } ask)
            return Ask(draft, task, ask.Rule, ask.Reason);
        return Budgets.Of(grant.Target, draft.Rules.Policy).FirstOrDefault(budget => budget.Slots <= 0) is { } none
            ? Ask(draft, task, "quota", Budgets.None(none))
            : null;
    }

    private static Decision Ask(Draft draft, OpenTask task, string rule, string reason) => draft.State.Action(task.Subject!).Sent > 0
        ? Refusing.Again(draft, task, reason).Done()
        : Proposing.AskAfterAll(draft, rule, reason).Done();

    private static Decision Leave(Draft draft, OpenTask task, Grant grant, TaskInput.ReadyToSend ready)
    {
        var action = draft.State.Action(grant.ActionId);
        // Sending again what did not happen is still the first use of its grant, which must be ours then.
        if (action.StartedAt is null)
            UseUp(draft, grant);
        else
            draft.Claim(new Claim(ClaimKeys.Grant(grant.Id), Held: true));
        if (action is { UndoOf: not null, Plan: null })
            draft.Claim(new Claim(ClaimKeys.Grant(Granting.Bind(draft, action, ready.Reading).Id), Once: true));
        draft.Claim(new Claim(ClaimKeys.Cooldown(ready.Reading.Target), draft.Rules.Policy.Cooldown));
        Healing.Starts(draft, action);
        var due = draft.Now + action.Traits.Timeout + draft.Rules.SendMargin;
        var started = task with { Started = true, Due = due, Sender = ready.Sender };
        return draft.Add(new ActionStarted(action.Id, action.Plan is null ? ready.Reading : null, started)).Done();
    }

    private static void UseUp(Draft draft, Grant grant)
    {
        draft.Claim(new Claim(ClaimKeys.Grant(grant.Id), Once: true));
        if (!NeedsBudget(draft.State, grant.ActionId))
            return;
        foreach (var budget in Budgets.Of(grant.Target, draft.Rules.Policy))
            draft.Claim(budget);
    }

    /// <summary>When people were asked about it; of what nobody was asked about, when it was granted. What takes something back is as old as that.</summary>
    private static DateTimeOffset PlannedAt(Draft draft, Grant grant)
    {
        var action = draft.State.Action(grant.ActionId);
        var given = action.UndoOf is { } original ? draft.State.GrantFor(original) ?? grant : grant;
        return draft.State.Cards.FindLast(card => Proposing.IsCard(card.Id, action.Round))?.AskedAt ?? given.ExpiresAt - draft.Rules.GrantLifetime;
    }

    private static GrantProblem Used(IncidentAction action) => action.StartedAt is null
        ? new(GrantFault.Replayed, "Its grant was used before.")
        : new(GrantFault.Altered, "It is said to have been started, but nobody took its grant.");

    private static bool IsOutOfReach(RuleOpinion opinion) =>
        opinion.Outcome == PolicyOutcome.Escalate && opinion.Rule.StartsWith("protected-", StringComparison.Ordinal);

    private static bool NeedsBudget(Incident state, string action) =>
        state.GrantFor(action) is { Automatic: true } && state.Action(action).UndoOf is null;
}

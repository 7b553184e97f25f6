using System.Collections.Immutable;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Policy;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>
/// What a playbook does to an incident: its action is the proposal, tried again after its cooldown while the trouble lasts, and
/// in a person's hands when its tries are used up.
/// </summary>
internal static class Healing
{
    /// <summary>Claims are free by the database's clock, which is a little later than ours when they are taken.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    /// <returns>Null when the incident goes the usual way: nobody waits or is told only to see what would happen.</returns>
    public static Draft? Start(Draft draft, PlaybookUse playbook)
    {
        draft.Add(new PlaybookMatched(playbook));
        if (playbook.Action.Request is null && IsShadow(draft, playbook))
        {
            HealLog.Skip(draft, playbook, playbook.Target, "In shadow mode only what it would have done is recorded.");
            return null;
        }

        if (playbook.Action.Request is not null)
        {
            draft.Add(new Diagnosed(PlaybookDiagnosis.Of(draft.State, playbook)));
            draft.Add(new DiagnosisApprovalSkipped($"The playbook {playbook.Name} fits. {playbook.Reason}"));
        }

        return Try(draft, playbook);
    }

    /// <summary>An action of a playbook is about to be sent for the first time under its grant.</summary>
    public static void Starts(Draft draft, IncidentAction action)
    {
        if (draft.State.Playbook is not { } playbook || action.UndoOf is not null || draft.State.OpenHeal()?.Action == action.Id)
            return;
        var target = action.Plan!.Target.Key;
        HealClaims.Take(draft, playbook, target);
        HealLog.Start(draft, playbook, action.Plan.Call, target, action.Id);
    }

    /// <summary>A playbook without a plugin acts.</summary>
    public static Decision Begin(Draft draft)
    {
        var playbook = draft.State.Playbook!;
        HealClaims.Take(draft, playbook, playbook.Target);
        HealLog.Start(draft, playbook, playbook.Action.Detail, playbook.Target);
        return playbook.Action.Wait is { } wait
            ? Park(draft, $"The playbook {playbook.Name} waits, then it is looked whether the trouble lasts.", wait + Slack).Done()
            : draft.Add(new NoticeDue(draft.Task(TaskKind.Notify))).Done();
    }

    /// <summary>It may not act: it did so a short while ago, or too often.</summary>
    public static Draft Denied(Draft draft, TaskInput.ClaimDenied denied)
    {
        var playbook = draft.State.Playbook!;
        var target = denied.Key[(denied.Key.IndexOf('@', StringComparison.Ordinal) + 1)..];
        if (HealClaims.AreTries(denied.Key))
        {
            var used = $"The playbook {playbook.Name} acted on {target} {playbook.MaxRetries} times within 24 hours, as often as it may.";
            return Escalating.To(HealLog.Skip(draft, playbook, target, used), ForAPerson(playbook, used));
        }

        var until = (denied.Until ?? draft.Now + playbook.Cooldown) + Slack;
        var reason = $"The playbook {playbook.Name} acted on {target} for {denied.Holder}; it is left alone until {until:u}.";
        // Nobody else is told: whoever it would have told must not wait until it may tell them again.
        if (playbook.Action.Message is not null)
            return Escalating.To(HealLog.Skip(draft, playbook, target, reason), ForAPerson(playbook, reason));
        return Park(HealLog.Skip(draft, playbook, target, reason), reason, until - draft.Now);
    }

    /// <summary>
    /// The target refused its call, so nothing was done: its cooldown is given back, or what is approved next would be held up by
    /// it. The try is not, so that a target that always refuses is tried no more often than any other.
    /// </summary>
    public static void Refused(Draft draft, string action, string reason)
    {
        if (draft.State.OpenHeal() is not { } heal || heal.Action != action)
            return;
        HealLog.End(draft, HealResult.Failed, reason);
        draft.Release(ClaimKeys.PlaybookCooldown(heal.Playbook, heal.Target));
    }

    /// <summary>What was tried did not help. Without a playbook that is for a person.</summary>
    public static Draft Failed(Draft draft, string reason)
    {
        HealLog.End(draft, HealResult.Failed, reason);
        return draft.State.Playbook is { } playbook && !draft.State.OwesUndo()
            ? AfterCooldown(draft, playbook, reason)
            : Escalating.To(draft, reason);
    }

    public static Decision Noticed(Draft draft, TaskInput.Noticed told)
    {
        HealLog.End(draft, HealResult.Success, told.Details, told.DurationMs);
        if (Intake.IsOver(draft.State))
            return Intake.Close(draft).Done();
        return Escalating.To(draft, draft.State.Playbook!.Action.Message!).Done();
    }

    /// <summary>A notice that nobody took is never a success.</summary>
    public static Decision NoticeBroke(Draft draft, OpenTask task, TaskInput.Broke broke)
    {
        if (broke.Retryable && Retrying.Again(draft, task) is { } again)
            return draft.Add(new TaskRetried(broke.Error, again)).Done();
        HealLog.End(draft, HealResult.Failed, $"Nobody could be told, in {task.Attempt} tries: {broke.Error}");
        return Escalating.To(draft, $"{draft.State.Playbook!.Action.Message} (Nobody could be told: {broke.Error})").Done();
    }

    /// <summary>The time of waiting is over: does the trouble last?</summary>
    public static Decision Heard(Draft draft, DateTimeOffset lastSeen)
    {
        var state = draft.State;
        var (playbook, parked) = (state.Playbook!, state.Parked!);
        if (Intake.IsOver(state))
            return Intake.Close(draft).Done();
        if (IsQuiet(state, lastSeen))
            return Ending.Resolve(draft, ClosedBy.Quiet, $"Nobody reported it again since {parked.Since:u}; a new report opens a new incident.", by: null).Done();
        HealLog.End(draft, HealResult.Failed, "The trouble lasts.");
        return AfterCooldown(draft, playbook, "The trouble lasts.").Done();
    }

    /// <summary>
    /// That nobody says anything tells only where this incident's own try is what was waited for, and where the sender would say
    /// it again. Of what was not even tried it tells nothing.
    /// </summary>
    private static bool IsQuiet(Incident state, DateTimeOffset lastSeen) =>
        state.Alert.NeverClears
        && !state.Leads
        && lastSeen <= state.Parked!.Since
        && state.OpenHeal() is not null
        && HealLog.Happened(state);

    /// <returns>In a person's hands, when the playbook was tried as often as it may; null when it was not, or there is none.</returns>
    public static Draft? UsedUp(Draft draft, string reason) =>
        draft.State.Playbook is { } playbook && Tried(draft).Count is var times && times >= playbook.MaxRetries
            ? Escalating.To(draft, $"The playbook {playbook.Name} was tried {times} times, as often as it may within 24 hours: {reason}")
            : null;

    private static ImmutableList<HealAttempt> Tried(Draft draft) =>
        draft.State.Heals?.FindAll(heal => heal.Result != HealResult.Skipped && heal.StartedAt > draft.Now - HealClaims.Window) ?? [];

    private static string ForAPerson(PlaybookUse playbook, string why) =>
        playbook.Action.Message is { } message ? $"{message} (Nobody was told now: {why})" : why;

    /// <summary>As soon as it may act again. The claims decide; what is known here spares asking for what is not to be had.</summary>
    private static Draft AfterCooldown(Draft draft, PlaybookUse playbook, string reason)
    {
        if (UsedUp(draft, reason) is { } ended)
            return ended;
        var tried = Tried(draft);
        var free = tried.IsEmpty ? draft.Now : tried[^1].StartedAt + playbook.Cooldown + Slack;
        return free <= draft.Now
            ? Try(draft, playbook)
            : Park(draft, $"{reason} The playbook {playbook.Name} is tried again after its cooldown, if the trouble lasts then.", free - draft.Now);
    }

    private static bool IsShadow(Draft draft, PlaybookUse playbook) =>
        playbook.Mode == PolicyMode.Shadow || PolicyModes.Of(draft.Rules.Policy, draft.State.Alert.Target) == PolicyMode.Shadow;

    private static Draft Try(Draft draft, PlaybookUse playbook) => playbook.Action.Request is null
        ? draft.Add(new HealDue(draft.Task(TaskKind.Heal)))
        : Proposing.Afresh(draft);

    private static Draft Park(Draft draft, string reason, TimeSpan wait) =>
        draft.Add(new HealParked(reason, draft.Task(TaskKind.Recheck, TimeSpan.FromTicks(Math.Max(wait.Ticks, Slack.Ticks)))));
}

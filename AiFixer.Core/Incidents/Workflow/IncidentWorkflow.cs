using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Core.Incidents.Workflow;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Incidents;

/// <summary>
/// The only place that knows the order of things. Pure: the same state, input, rules and time give the same decision.
/// <code>
/// new → triaging → diagnosing → (awaiting approval) → proposing → (awaiting approval) → executing → verifying → resolved
///                                                                          ↑ waiting ↓      ↓ undoing
///       anything that goes wrong or is refused → escalated → resolved | ignored | diagnosing
/// new → waiting for the incident that leads its group → resolved | ignored with it
///                                    ↓ got critical, a person wants it, or its leader is gone
///                                 triaging | diagnosing | escalated
/// </code>
/// </summary>
public static class IncidentWorkflow
{
    /// <summary>Opens an incident, if its fingerprint is free; and nobody leads its group or is about its target.</summary>
    public static Decision.Accepted Open(IncidentId id, Alert alert, WorkflowRules rules, DateTimeOffset now, string? span = null)
    {
        var draft = Opening(id, alert, rules, now, span);
        foreach (var key in GroupKeys.Of(alert, rules.Grouping))
            draft.Claim(new Claim(key, rules.Grouping.Window));
        return (Decision.Accepted)Diagnosing.Triage(draft).Done();
    }

    /// <summary>Opens one that others do not follow, whoever leads its group.</summary>
    public static Decision.Accepted OpenAlone(IncidentId id, Alert alert, WorkflowRules rules, DateTimeOffset now, string? span = null) =>
        (Decision.Accepted)Diagnosing.Triage(Opening(id, alert, rules, now, span)).Done();

    /// <summary>Opens one that follows another.</summary>
    public static Decision.Accepted OpenFollowing(IncidentId id, Alert alert, IncidentId leader, WorkflowRules rules, DateTimeOffset now, string? span = null) =>
        (Decision.Accepted)Following.Start(Opening(id, alert, rules, now, span), leader).Done();

    /// <summary>What an input leads to. Never throws for an expected case.</summary>
    public static Decision Handle(Incident state, IncidentInput input, WorkflowRules rules, DateTimeOffset now)
    {
        var draft = new Draft(state, rules, now, input.Span);
        return input switch
        {
            AlertInput alert => Intake.Handle(draft, alert),
            PersonInput person => People.Handle(draft, person),
            GroupInput.Followed news => Leading.Followed(draft, news),
            GroupInput.LeaderClosed closed => Following.LeaderClosed(draft, closed.News),
            TaskInput task when state.Task?.Id == task.TaskId => Handle(draft, state.Task, task),
            _ => Decision.Nothing.Instance,
        };
    }

    private static Draft Opening(IncidentId id, Alert alert, WorkflowRules rules, DateTimeOffset now, string? span)
    {
        var opened = new Opened(alert) { Span = span };
        return new Draft(Incident.From(id, opened, now), rules, now, span)
            .Opened(opened)
            .Claim(new Claim(ClaimKeys.Open(alert.Fingerprint)));
    }

    private static Decision Handle(Draft draft, OpenTask task, TaskInput input) => (task.Kind, input) switch
    {
        // Whoever tells it of a call that left has waited by a clock of its own: ours may be another than the sender's.
        (_, TaskInput.TimePassed) when draft.Now < task.Due && !task.Started => Decision.Nothing.Instance,
        (TaskKind.AwaitApproval, TaskInput.TimePassed) => People.TimedOut(draft, task),
        (TaskKind.RetryLater, TaskInput.TimePassed) => Executing.Resume(draft, task),
        (TaskKind.Remind, TaskInput.TimePassed) => Escalating.Remind(draft),
        (TaskKind.AwaitGroup, TaskInput.LeaderSeen seen) => Following.Looked(draft, task, seen.News),
        (TaskKind.AwaitGroup, TaskInput.Broke) => Following.Wait(draft, task),
        (TaskKind.TellGroup, TaskInput.GroupTold) => Leading.Told(draft),
        (TaskKind.TellGroup, TaskInput.Broke) => Leading.Broke(draft, task),
        (TaskKind.Triage or TaskKind.Diagnose, TaskInput.HeldBack held) => HoldingBack.Wait(draft, task, held),
        (TaskKind.Recheck, TaskInput.Broke broke) => Retrying.Broke(draft, task, broke),
        (TaskKind.Recheck, TaskInput.TimePassed) => Healing.Heard(draft, lastSeen: draft.Now),
        (_, TaskInput.Broke) when task.IsWait => Decision.Nothing.Instance,
        (TaskKind.Notify, TaskInput.Broke broke) => Healing.NoticeBroke(draft, task, broke),
        (_, TaskInput.Broke broke) => Retrying.Broke(draft, task, broke),
        (TaskKind.Triage, TaskInput.TriageDone done) => Diagnosing.Triaged(draft, done),
        (TaskKind.Diagnose, TaskInput.DiagnosisDone done) => Diagnosing.Diagnosed(draft, done.Diagnosis),
        (TaskKind.Propose, TaskInput.ProposalDone done) => Proposing.Proposed(draft, done),
        (TaskKind.RunAction, _) => Executing.Handle(draft, task, input),
        (TaskKind.Reconcile, TaskInput.Looked looked) => Reconciling.Looked(draft, task, looked),
        (TaskKind.Reconcile, TaskInput.ClaimDenied denied) => Reconciling.Denied(draft, task, denied),
        (TaskKind.Heal, TaskInput.HealBegins) => Healing.Begin(draft),
        (TaskKind.Heal, TaskInput.ClaimDenied denied) => Healing.Denied(draft, denied).Done(),
        (TaskKind.Notify, TaskInput.Noticed told) => Healing.Noticed(draft, told),
        (TaskKind.Recheck, TaskInput.SenderHeard heard) => Healing.Heard(draft, heard.LastSeen),
        (TaskKind.Verify, TaskInput.HealthSeen seen) => Verifying.Seen(draft, seen),
        _ => Decision.Nothing.Instance,
    };
}

using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Workflow;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Incidents;

/// <summary>
/// The only place that knows the order of things. Pure: the same state, input, rules and time give the same decision.
/// <code>
/// new → triaging → diagnosing → (awaiting approval) → proposing → (awaiting approval) → executing → verifying → resolved
///                                                                          ↑ waiting ↓      ↓ undoing
///       anything that goes wrong or is refused → escalated → resolved | ignored | diagnosing
/// </code>
/// </summary>
public static class IncidentWorkflow
{
    /// <summary>Opens an incident, if its fingerprint is free.</summary>
    public static Decision.Accepted Open(IncidentId id, Alert alert, WorkflowRules rules, DateTimeOffset now)
    {
        var opened = new Opened(alert);
        var draft = new Draft(Incident.From(id, opened, now), rules, now)
            .Opened(opened)
            .Claim(new Claim(ClaimKeys.Open(alert.Fingerprint)));
        return (Decision.Accepted)Diagnosing.Triage(draft).Done();
    }

    /// <summary>What an input leads to. Never throws for an expected case.</summary>
    public static Decision Handle(Incident state, IncidentInput input, WorkflowRules rules, DateTimeOffset now)
    {
        var draft = new Draft(state, rules, now);
        return input switch
        {
            AlertInput alert => Intake.Handle(draft, alert),
            PersonInput person => People.Handle(draft, person),
            TaskInput task when state.Task?.Id == task.TaskId => Handle(draft, state.Task, task),
            _ => Decision.Nothing.Instance,
        };
    }

    private static Decision Handle(Draft draft, OpenTask task, TaskInput input) => (task.Kind, input) switch
    {
        (_, TaskInput.TimePassed) when draft.Now < task.Due => Decision.Nothing.Instance,
        (TaskKind.AwaitApproval, TaskInput.TimePassed) => People.TimedOut(draft, task),
        (TaskKind.RetryLater, TaskInput.TimePassed) => Executing.Resume(draft, task),
        (TaskKind.Remind, TaskInput.TimePassed) => Escalating.Remind(draft),
        (_, TaskInput.Broke) when task.IsWait => Decision.Nothing.Instance,
        (_, TaskInput.Broke broke) => Retrying.Broke(draft, task, broke),
        (TaskKind.Triage, TaskInput.TriageDone done) => Diagnosing.Triaged(draft, done),
        (TaskKind.Diagnose, TaskInput.DiagnosisDone done) => Diagnosing.Diagnosed(draft, done.Diagnosis),
        (TaskKind.Propose, TaskInput.ProposalDone done) => Proposing.Proposed(draft, done),
        (TaskKind.RunAction, _) => Executing.Handle(draft, task, input),
        (TaskKind.Reconcile, TaskInput.Looked looked) => Reconciling.Looked(draft, task, looked.Seen),
        (TaskKind.Verify, TaskInput.HealthSeen seen) => Verifying.Seen(draft, seen),
        _ => Decision.Nothing.Instance,
    };
}

using System.Collections.Immutable;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

public sealed partial record Incident
{
    private const int MostRefused = 20;

    /// <summary>The state of an incident that was just opened.</summary>
    public static Incident From(IncidentId id, Opened opened, DateTimeOffset at) => new()
    {
        Id = id,
        Alert = opened.Alert,
        Firing = [opened.Alert.Instance],
        Severity = opened.Alert.Severity,
        Class = opened.Alert.Class,
        OpenedAt = at,
        UpdatedAt = at,
        Span = opened.Span,
    };

    /// <summary>The state after an event. The only way state changes.</summary>
    public Incident Apply(IncidentEvent happened, DateTimeOffset at) =>
        (happened switch
        {
            AlertWorsened e => this with { Severity = e.Severity },
            AlertJoined e => Joined(e),
            AlertCleared e => e.Truncated ? this with { ClearedInPart = true } : Cleared(e.Instance, at),
            AlertFiredAgain => this with { ClearedAt = null, Verification = Verification is { Passed: null } watched ? watched.Broken() : Verification },
            TriageStarted e => Step(IncidentStatus.Triaging, e.Task),
            Triaged e => this with { Class = e.Class },
            DiagnosisStarted e => Step(IncidentStatus.Diagnosing, e.Task) with { DiagnosisRound = e.Round, ProposalsBefore = ProposalRound, Escalation = null, Playbook = null },
            Diagnosed e => this with { Diagnosis = e.Diagnosis, HeldBack = null },
            InvestigationHeldBack e => Owing(e.Task) with { HeldBack = e.Reason },
            DiagnosisApprovalSkipped => this,
            DiagnosisApprovalRequested e => Step(IncidentStatus.AwaitingDiagnosisApproval, e.Task) with { Cards = Cards.Add(e.Card) },
            ProposingStarted e => Step(IncidentStatus.Proposing, e.Task) with { ProposalRound = e.Round, ProposalsBefore = e.Afresh ? e.Round - 1 : ProposalsBefore, Playbook = e.ByPerson ? null : Playbook },
            Proposed e => this with { ProposalSummary = e.Summary, Actions = Actions.AddRange(e.Actions) },
            PolicyDecided e => this with { Policy = e.Decision },
            ProposalApprovalRequested e => Step(IncidentStatus.AwaitingProposalApproval, e.Task) with { Cards = Cards.Add(e.Card) },
            CardApproved e => Approve(e),
            CardDecided e => Decide(e, at),
            GrantRefused e => this with { RefusedGrants = Last(RefusedGrants.Add(new(e.Grant, e.Action, e.Fault, e.Reason, at))) },
            ShadowRecorded e => this with { Shadows = Shadows.Add(new(e.Round, e.Would, e.Summary, at)) },
            GrantIssued e => (this with { Grants = Grants.Add(e.Grant) }).With(e.Grant.ActionId, action => action with { StartedAt = null }),
            ExecutionStarted e => Step(IncidentStatus.Executing, e.Task),
            ActionStarted or ActionFinished or ActionNotSent or ActionPostponed or ActionResumed or OutcomeUnknown or OutcomeFound or UndoStarted =>
                ApplyExecution(happened, at),
            VerificationStarted e => Step(IncidentStatus.Verifying, e.Task) with { Verification = new(at, e.Deadline) },
            HealthChanged e => this with { Verification = Verification!.Seen(e.Health, e.Details, at) },
            VerificationEnded e => this with { Verification = Verification! with { Passed = e.Passed, Details = e.Details } },
            TaskRetried e => Owing(e.Task),
            Escalated e => Step(IncidentStatus.Escalated, e.Task) with { Escalation = new(e.Reason, at, e.To) },
            TakenOver e => Owing(e.Task) with { Escalation = Escalation! with { TakenBy = e.By } },
            Reminded e => Owing(e.Task) with { Escalation = Escalation! with { Reminders = e.Times } },
            Resolved e => Step(IncidentStatus.Resolved, null) with { Closing = new(e.How, at, e.Note, e.By) },
            IncidentIgnored e => Step(IncidentStatus.Ignored, null) with { Closing = new(ClosedBy.Person, at, e.Reason, e.By) },
            GroupJoined or GroupAwaited or GroupLeft or GroupGrew or GroupEnding or GroupEnded => ApplyGroup(happened, at),
            PlaybookMatched or HealDue or HealStarted or HealEnded or HealSkipped or HealParked or NoticeDue => ApplyHealing(happened, at),
            _ => throw new InvalidOperationException($"No rule applies {happened.GetType().Name} to an incident that exists."),
        })
        with
        { UpdatedAt = at };

    private Incident Step(IncidentStatus status, OpenTask? task) => Owing(task) with { Status = status, Phase = Phase.None, HeldBack = null, Parked = null };

    private Incident Owing(OpenTask? task) =>
        task is null || task.Id == Task?.Id
            ? this with { Task = task }
            : this with { Task = task, TasksSoFar = TasksSoFar + 1 };

    private Incident Joined(AlertJoined e) => this with
    {
        Firing = Firing.Add(e.Instance),
        JoinedSince = JoinedSince.SetItem(e.Instance, e.StartsAt),
        ClearedAt = null,
    };

    private Incident Cleared(string instance, DateTimeOffset at)
    {
        var firing = Firing.Remove(instance);
        return this with { Firing = firing, JoinedSince = JoinedSince.Remove(instance), ClearedAt = firing.IsEmpty ? at : null };
    }

    private static ImmutableList<RefusedGrant> Last(ImmutableList<RefusedGrant> refused) =>
        refused.Count > MostRefused ? refused.RemoveAt(0) : refused;

    private Incident Approve(CardApproved e) => this with
    {
        Cards = Cards.ConvertAll(card => card.Id == e.Card ? card with { ApprovedBy = (card.ApprovedBy ?? []).Add(e.By) } : card),
    };

    private Incident Decide(CardDecided e, DateTimeOffset at) =>
        this with
        {
            Cards = Cards.ConvertAll(card => card.Id == e.Card
                ? card with { Outcome = e.Outcome, By = e.By, DecidedAt = at, Reason = e.Reason }
                : card),
        };
}

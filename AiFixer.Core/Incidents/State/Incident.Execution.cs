using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

public sealed partial record Incident
{
    /// <summary>The action with this id; every id that a task or grant names is there.</summary>
    public IncidentAction Action(string id) => Actions.Find(action => action.Id == id)
        ?? throw new InvalidOperationException($"{Id} has no action {id}.");

    private Incident ApplyExecution(IncidentEvent happened, DateTimeOffset at) => happened switch
    {
        ActionStarted e => Owing(e.Task).With(e.Action, action => action with
        {
            Status = ActionStatus.Started,
            Plan = e.Plan ?? action.Plan,
            Sent = action.Sent + 1,
            StartedAt = action.StartedAt ?? at,
        }),
        ActionFinished e => Owing(e.Next).With(e.Action, action => action with
        {
            Status = e.Status,
            Message = e.Message,
            FinishedAt = at,
        }) with
        { Phase = Undoing() },
        ActionNotSent e => Owing(e.Next).With(e.Action, action => action with
        {
            Status = ActionStatus.Planned,
            // An undo is planned when it is needed, which is anew.
            Plan = action is { UndoOf: not null, Sent: 1 } ? null : action.Plan,
            Message = e.Reason,
            Sent = action.Sent - 1,
        }),
        ActionPostponed e => Step(IncidentStatus.Waiting, e.Task).With(e.Action, action => action with { Message = e.Reason }),
        ActionResumed e => Step(IncidentStatus.Executing, e.Task) with { Phase = Undoing() },
        OutcomeUnknown e => Owing(e.Task).With(e.Action, action => action with
        {
            Status = ActionStatus.Unknown,
            Message = e.Reason,
            SettlesAt = e.SettlesAt,
        }) with
        { Phase = Phase.Reconciling },
        OutcomeFound e => Owing(e.Next).With(e.Action, action => action with
        {
            Status = StatusOf(e.Outcome),
            Message = e.Details,
            FinishedAt = e.Outcome == ExecuteOutcome.Done ? at : null,
        }) with
        { Phase = Undoing() },
        UndoStarted e => Step(IncidentStatus.Executing, e.Task) with { Phase = Phase.Undoing, Actions = Actions.Add(e.Action) },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is not about an execution."),
    };

    private Phase Undoing() =>
        Actions.Exists(action => action.UndoOf is not null && action.Round == ProposalRound) ? Phase.Undoing : Phase.None;

    private static ActionStatus StatusOf(ExecuteOutcome found) => found switch
    {
        ExecuteOutcome.Done => ActionStatus.Succeeded,
        ExecuteOutcome.NotDone => ActionStatus.Planned,
        _ => ActionStatus.Unknown,
    };

    private Incident With(string id, Func<IncidentAction, IncidentAction> change) =>
        this with { Actions = Actions.ConvertAll(action => action.Id == id ? change(action) : action) };
}

namespace AiFixer.Core.Incidents;

public sealed partial record Incident
{
    /// <summary>The question that people are asked now.</summary>
    public Card? OpenCard() => Cards.Find(card => card.Outcome == CardOutcome.Open);

    /// <summary>The current proposal's actions that have not been run.</summary>
    public IEnumerable<IncidentAction> PlannedNow() => Actions.Where(action =>
        action.Round == ProposalRound && action.Status == ActionStatus.Planned && action.UndoOf is null);

    /// <summary>The current proposal's actions.</summary>
    public IEnumerable<IncidentAction> ProposedNow() =>
        Actions.Where(action => action.Round == ProposalRound && action.UndoOf is null);

    /// <summary>The grant that fits an action.</summary>
    public Grant? GrantFor(string action) => Grants.FindLast(grant => grant.ActionId == action);

    /// <summary>Since when this alert fires, as the sender says; the beginning of time when it does not.</summary>
    public DateTimeOffset FiringSince(string instance) =>
        JoinedSince.TryGetValue(instance, out var since) ? since
        : instance == Alert.Instance ? Alert.StartsAt
        : DateTimeOffset.MinValue;

    /// <summary>Something that did not help is to be taken back, or could not be: it may still be there.</summary>
    public bool OwesUndo() => Actions.Exists(action =>
        action.UndoOf is not null
        && action.Round == ProposalRound
        && action.Status is not (ActionStatus.Succeeded or ActionStatus.Stale));

    /// <summary>Done, not taken back, and can be: the latest first.</summary>
    public IEnumerable<IncidentAction> Undoable() => Actions.Where(action =>
            action.Status == ActionStatus.Succeeded
            && action.UndoOf is null
            && action.Plan?.Undo is not null
            && action.Round == ProposalRound
            && !Actions.Exists(other => other.UndoOf == action.Id))
        .Reverse();
}

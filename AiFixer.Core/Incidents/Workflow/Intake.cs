using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>What the sender says about trouble that is already an incident.</summary>
internal static class Intake
{
    /// <summary>Past this many alerts of one trouble, the sender's word no longer closes it: too many to keep apart.</summary>
    private const int MostInstances = 500;

    private const string Countless = "*";

    public static Decision Handle(Draft draft, AlertInput input)
    {
        if (!draft.State.Status.IsOpen())
            return Decision.Nothing.Instance;
        return input.Firing ? Fires(draft, input) : Clears(draft, input);
    }

    /// <summary>
    /// The sender said it is over, and neither a person nor an open question keeps the incident, nor others that it leads:
    /// for them it stands, whatever became of its own alert.
    /// </summary>
    public static bool IsOver(Incident state) =>
        state.ClearedAt is not null
        && !state.Leads
        && state.Escalation?.TakenBy is null
        && !state.OwesUndo()
        && !state.Actions.Exists(action => action.Status == ActionStatus.Unknown);

    public static Draft Close(Draft draft)
    {
        foreach (var action in draft.State.Actions.Where(action => action is { Status: ActionStatus.Planned, Sent: > 0 }))
            draft.Add(new ActionFinished(action.Id, ActionStatus.Failed, "It did not happen, and is not needed any more.", null));
        return Ending.Resolve(draft, ClosedBy.Sender, "The alert's sender says it is over.", by: null);
    }

    private static Decision Fires(Draft draft, AlertInput input)
    {
        var before = draft.State;
        if (input.Alert.Severity < before.Severity)
            draft.Add(new AlertWorsened(input.Alert.Severity));
        if (before.ClearedAt is not null || FiredSinceTheFix(before, input.Alert.StartsAt))
            draft.Add(new AlertFiredAgain(input.Alert.StartsAt));
        var instance = before.Firing.Count < MostInstances ? input.Alert.Instance : Countless;
        if (!before.Firing.Contains(input.Alert.Instance) && !before.Firing.Contains(Countless))
            draft.Add(new AlertJoined(instance, input.Alert.StartsAt));
        if (draft.Rules.Grouping.Bypasses(draft.State.Severity))
            Hurry(draft);
        return ReferenceEquals(draft.State, before) ? Decision.Nothing.Instance : draft.Done();
    }

    /// <summary>What has become so bad waits for no other incident and for no room.</summary>
    private static void Hurry(Draft draft)
    {
        if (Following.Is(draft.State))
            Following.Hurry(draft);
        else if (draft.State is { HeldBack: not null, Task: { } task } && task.Due > draft.Now)
            HoldingBack.Hurry(draft, task);
    }

    private static bool FiredSinceTheFix(Incident state, DateTimeOffset startsAt) =>
        state.Status == IncidentStatus.Verifying
        && state.Verification!.HealthySince is { } healthy
        && startsAt > healthy;

    private static Decision Clears(Draft draft, AlertInput input)
    {
        var known = draft.State.Firing.Contains(input.Alert.Instance);
        if (!known || IsOldNews(draft.State, input) || (input.Truncated && draft.State.ClearedInPart))
            return Decision.Nothing.Instance;
        draft.Add(new AlertCleared(input.Alert.Instance, input.Truncated));
        return MayClose(draft.State) && IsOver(draft.State) ? Close(draft).Done() : draft.Done();
    }

    /// <summary>A late delivery about an earlier time it fired says nothing about now.</summary>
    private static bool IsOldNews(Incident state, AlertInput input) => input.Alert.StartsAt < state.FiringSince(input.Alert.Instance);

    /// <summary>Not while a fix runs or is watched.</summary>
    private static bool MayClose(Incident state) => state.Status is not (IncidentStatus.Executing or IncidentStatus.Verifying);
}

using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Takes back what was done and did not help, the latest first; then a person decides.</summary>
internal static class Undoing
{
    public static Draft Start(Draft draft, string reason) =>
        Next(draft) ?? Healing.Failed(draft, reason);

    public static Draft GoOn(Draft draft) =>
        Next(draft) ?? Healing.Failed(draft, Summary(draft.State));

    private static Draft? Next(Draft draft)
    {
        if (draft.State.Undoable().FirstOrDefault() is not { } action)
            return null;
        // What nobody granted is not the way back that the proposal showed.
        if (draft.State.GrantFor(action.Id) is not { } given
            || GrantChecks.Broken(draft.State, given, action, draft.Rules.GrantKeys) is not null)
            return NoWayBack(draft, action);
        var undo = new IncidentAction(
            $"a{draft.State.Actions.Count + 1}",
            draft.State.ProposalRound,
            action.Plan!.Undo!,
            Traits(action),
            Plan: null,
            $"Takes back {action.Id}, which did not help.",
            UndoOf: action.Id);
        draft.Add(new UndoStarted(undo, draft.Task(TaskKind.RunAction, subject: undo.Id)));
        return Granting.ForUndo(draft, undo);
    }

    private static Draft NoWayBack(Draft draft, IncidentAction action)
    {
        const string reason = "How it is taken back is not what was granted.";
        draft.Add(new GrantRefused(action.Id, draft.State.GrantFor(action.Id)?.Id ?? "", GrantFault.Altered, reason));
        return Escalating.To(draft, $"{action.Request.Plugin} did not help and is not taken back. {reason}");
    }

    /// <summary>Of another plugin it is not known whether a second sending is harmless, so it is never sent twice.</summary>
    private static PluginTraits Traits(IncidentAction action) => action.Plan!.Undo!.Plugin == action.Request.Plugin
        ? action.Traits
        : action.Traits with { Idempotent = false, Guarded = false };

    private static string Summary(Incident state)
    {
        var undone = state.Actions.FindAll(action => action.UndoOf is not null && action.Round == state.ProposalRound);
        var failed = undone.FindAll(action => action.Status != ActionStatus.Succeeded);
        return Why(state) + (failed.IsEmpty
            ? " and was taken back."
            : " and could not be taken back whole: " + string.Join("; ", failed.Select(action => action.Message)));
    }

    private static string Why(Incident state) => state.ProposedNow().FirstOrDefault(action => action.Status != ActionStatus.Succeeded) is { } missing
        ? $"The fix was carried out only in part ({missing.Message})"
        : "The fix did not help";
}

using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Takes back what was done and did not help, the latest first; then a person decides.</summary>
internal static class Undoing
{
    private static readonly GrantProblem Ungranted = new(GrantFault.Missing, "There is no grant for it.");

    public static Draft Start(Draft draft, string reason) =>
        Next(draft) ?? Healing.Failed(draft, reason);

    public static Draft GoOn(Draft draft) =>
        Next(draft) ?? Healing.Failed(draft, Summary(draft.State));

    private static Draft? Next(Draft draft)
    {
        if (draft.State.Undoable().FirstOrDefault() is not { } action)
            return null;
        // What nobody granted is not the way back that the proposal showed.
        var given = draft.State.GrantFor(action.Id);
        var problem = given is null ? Ungranted : GrantChecks.Broken(draft.State, given, action, draft.Rules.GrantKeys);
        if (problem is not null)
            return NoWayBack(draft, action, problem);
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

    private static Draft NoWayBack(Draft draft, IncidentAction action, GrantProblem problem)
    {
        draft.Add(new GrantRefused(action.Id, draft.State.GrantFor(action.Id)?.Id ?? "", problem.Fault, problem.Reason));
        return Escalating.To(draft, problem.Fault is GrantFault.Unsigned or GrantFault.UnknownKey or GrantFault.OtherPolicy
            ? $"{action.Request.Plugin} on {action.Plan!.Target} did not help. A person decides whether {action.Id} is taken back: {problem.Reason}"
            : $"{action.Request.Plugin} did not help and is not taken back. {problem.Reason}");
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

using System.Collections.Immutable;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Gives the planned actions of the current proposal their grants and starts the first.</summary>
internal static class Granting
{
    /// <param name="approvers">Everybody who approved; empty when nobody had to.</param>
    public static Draft Start(Draft draft, ImmutableList<Person> approvers)
    {
        var planned = draft.State.PlannedNow().ToList();
        foreach (var action in planned)
            Issue(draft, Grant(draft, action, approvers, action.Plan!.Target, action.Plan.FieldsHash));
        return draft.Add(new ExecutionStarted(draft.Task(TaskKind.RunAction, subject: planned[0].Id)));
    }

    /// <summary>Whoever allowed an action allowed taking it back; the proposal said how.</summary>
    public static Draft ForUndo(Draft draft, IncidentAction undo)
    {
        var original = draft.State.Action(undo.UndoOf!);
        var given = draft.State.GrantFor(original.Id)!;
        var approvers = given.Approvers ?? (given.ApprovedBy is { } one ? [one] : []);
        return Issue(draft, Grant(draft, undo, approvers, original.Plan!.Target, fieldsHash: ""));
    }

    /// <summary>From now on its grant is for this very plan: nothing else is sent under it again.</summary>
    public static Grant Bind(Draft draft, IncidentAction undo, ActionPlan plan)
    {
        var bound = draft.State.GrantFor(undo.Id)! with { Id = NextId(draft), PlanDigest = GrantDigest.Of(undo with { Plan = plan }) };
        Issue(draft, bound);
        return bound;
    }

    private static Draft Issue(Draft draft, Grant grant) =>
        draft.Add(new GrantIssued(GrantSeal.Sign(grant, draft.State.Id, draft.Rules.GrantKeys)));

    private static Grant Grant(Draft draft, IncidentAction action, ImmutableList<Person> approvers, TargetRef target, string fieldsHash) => new(
        NextId(draft),
        action.Id,
        action.Request,
        target,
        fieldsHash,
        GrantDigest.Of(action),
        PolicyVersion.Of(draft.Rules.Policy),
        Automatic: approvers.IsEmpty,
        approvers.LastOrDefault(),
        draft.Now + draft.Rules.GrantLifetime)
    {
        Approvers = approvers.IsEmpty ? null : approvers,
    };

    private static string NextId(Draft draft) => $"{draft.State.Id}/g{draft.State.Grants.Count + 1}";
}
